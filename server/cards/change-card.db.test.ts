import { afterAll, beforeAll, expect, test } from "vitest";
import { startCycle } from "#server/cycles/index.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addTeamRow,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { addCard, changeCard, discardCard, restoreCard } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [lien, cycleId] = ["", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  const teamId = await addTeamRow(db, await addOrganisationRow(db, "De Kiem"), "Derde leerjaar");
  lien = await addPersonRow(db, "Lien Bogaert");
  await makeTeamMember(db, lien, teamId, "lead");
  const begin = { teamId, title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  ({ cycleId } = await startCycle(ctx.as(lien), begin));
});
afterAll(() => database?.close());

const card = () => addCard(ctx.as(lien), { cycleId, kind: "signal", title: "31 van de 204 taken" });

test("a card that is put back twice is put back once in the audit trail, and one that was never away not at all", async () => {
  const { cardId } = await card();
  const restore = () => restoreCard(ctx.as(lien), { cycleId, cardId });
  const restored = () => database.sql`select 1 from events where card_id = ${cardId} and type = 'card.restored'`;
  await restore();
  expect(await restored()).toHaveLength(0);
  await discardCard(ctx.as(lien), { cycleId, cardId });
  await Promise.all([restore(), restore()]);
  expect(await restored()).toHaveLength(1);
  const unknown = restoreCard(ctx.as(lien), { cycleId, cardId: "00000000-0000-7000-8000-000000000000" });
  await expect(unknown).rejects.toMatchObject({ kind: "not-found" });
});

test.each(["99999999999", "0", "x", ""])(
  "a change made on the version %j comes back with the text of now",
  async (version) => {
    const { cardId } = await card();
    const change = changeCard(ctx.as(lien), { cycleId, cardId, version, title: "Iets anders" });
    await expect(change).rejects.toMatchObject({
      reason: "changed-meanwhile",
      details: { version: 1, theirs: { title: "31 van de 204 taken" } },
    });
  },
);

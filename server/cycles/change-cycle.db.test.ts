import { afterAll, beforeAll, expect, test } from "vitest";
import { addOrganisationRow, addPersonRow, addTeamRow, makeTeamMember, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { changeCycle, startCycle } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test("who was overtaken hears of every field that the colleague changed, also of those one chooses", async () => {
  const ctx = testContext(database.db);
  const teamId = await addTeamRow(database.db, await addOrganisationRow(database.db, "De Kiem"), "Derde leerjaar");
  const lien = await addPersonRow(database.db, "Lien Bogaert");
  await makeTeamMember(database.db, lien, teamId, "lead");
  const said = { title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  const { cycleId } = await startCycle(ctx.as(lien), { teamId, ...said });
  const form = { cycleId, version: "1", ...said, targetGroup: "", carePhase: "", themeId: "", endsOn: "" };
  const colleagues = { ...form, needOwner: "team", carePhase: "1", themeId: "homework", endsOn: "2027-05-28" };
  await changeCycle(ctx.as(lien), colleagues);

  await expect(changeCycle(ctx.as(lien), { ...form, title: "Huiswerk dat lukt" })).rejects.toMatchObject({
    reason: "changed-meanwhile",
    details: {
      version: 2,
      theirs: { needOwner: "team", carePhase: "1", themeId: "homework", endsOn: "2027-05-28" },
    },
  });
});

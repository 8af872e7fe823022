import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addTeamRow,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { changeCycle, planMeeting, startCycle } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [lien, gert, teamId, otherTeamId] = ["", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  const school = await addOrganisationRow(db, "De Kiem");
  teamId = await addTeamRow(db, school, "Derde leerjaar");
  otherTeamId = await addTeamRow(db, school, "Vierde leerjaar");
  lien = await addPersonRow(db, "Lien Bogaert");
  gert = await addPersonRow(db, "Gert Nijs");
  await makeTeamMember(db, lien, teamId, "lead");
  await makeTeamMember(db, gert, otherTeamId, "lead");
});
afterAll(() => database?.close());

const words = { title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
const start = (more: object) => startCycle(ctx.as(lien), { teamId, ...words, ...more });
const eventsOf = (cycleId: string, type: string) =>
  database.sql`select 1 from events where cycle_id = ${cycleId} and type = ${type}`;

test("T67: the same form sent twice at the same moment starts one cycle, and both are told which", async () => {
  const cycleId = newId();
  const answers = await Promise.all([start({ cycleId }), start({ cycleId }), start({ cycleId })]);
  expect(answers).toEqual([{ cycleId }, { cycleId }, { cycleId }]);
  expect(await eventsOf(cycleId, "cycle.started")).toHaveLength(1);
  expect(await database.sql`select 1 from phase_documents where cycle_id = ${cycleId}`).toHaveLength(5);
});

test("an id that another team's cycle has starts nothing, and tells nothing about that cycle", async () => {
  const { cycleId } = await start({});
  const theft = startCycle(ctx.as(gert), { teamId: otherTeamId, ...words, cycleId });
  await expect(theft).rejects.toMatchObject({ kind: "not-found" });
});

test.each(["x", "00000000-0000-7000-8000-000000000000", "'; --"])(
  "T46: a cycle in the project %j is refused beside its field",
  async (projectId) => {
    await expect(start({ projectId })).rejects.toMatchObject({
      kind: "invalid",
      fields: { projectId: "unknown-choice" },
    });
  },
);

test("T67: the same meeting planned twice at the same moment is one meeting", async () => {
  const { cycleId } = await start({});
  const plan = (purpose: string) => planMeeting(ctx.as(lien), { cycleId, startsAt: "2026-10-06T15:30", purpose });
  const [one, other] = await Promise.all([plan("Kiezen"), plan("Kiezen")]);
  expect(one).toEqual(other);
  expect(await eventsOf(cycleId, "cycle.meeting-planned")).toHaveLength(1);
  expect(await plan("Iets anders")).not.toEqual(one);
});

test.each([["99999999999"], ["0"], ["-1"], ["1.5"], [""], [undefined]])(
  "T46: a cycle changed from the version %j is refused, and nothing is asked of the database",
  async (version) => {
    const { cycleId } = await start({});
    const change = changeCycle(ctx.as(lien), { cycleId, ...words, version });
    await expect(change).rejects.toMatchObject({ kind: "invalid", fields: { version: "invalid" } });
  },
);

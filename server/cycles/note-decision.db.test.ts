import { afterAll, beforeAll, expect, test } from "vitest";
import { loadToolkit } from "#server/toolkit/index.ts";
import { viewActivity, viewCycle } from "#server/workspace/index.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  addTeamRow,
  makeProjectPerson,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { explainStrand, linkStrand, noteDecision, planMeeting, startCycle, strikeDecision } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [lien, reader, coach, lead, cycleId, meetingId] = ["", "", "", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db, sql } = database;
  ctx = testContext(db);
  await loadToolkit(ctx);
  const school = await addOrganisationRow(db, "De Kiem");
  const teamId = await addTeamRow(db, school, "Derde leerjaar");
  const projectId = await addProjectRow(db, school, "Samen wijzer");
  lien = await addPersonRow(db, "Lien Bogaert");
  reader = await addPersonRow(db, "Rik Maes");
  coach = await addPersonRow(db, "Celine Rosseel");
  lead = await addPersonRow(db, "Dirk Lemmens");
  await makeTeamMember(db, lien, teamId, "lead");
  await makeTeamMember(db, reader, teamId, "reader");
  await makeProjectPerson(db, coach, projectId, "coach");
  await makeProjectPerson(db, lead, projectId, "lead");
  await sql`insert into project_teams (id, project_id, team_id, joined_at)
    values (gen_random_uuid(), ${projectId}, ${teamId}, now())`;
  const begin = { teamId, projectId, title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  ({ cycleId } = await startCycle(ctx.as(lien), begin));
  ({ meetingId } = await planMeeting(ctx.as(lien), { cycleId, startsAt: "2026-10-06T15:30", purpose: "Kiezen" }));
});
afterAll(() => database?.close());

const decision = { what: "We beginnen met de tweede graad.", who: "Lien en Rik", dueOn: "2026-10-20" };
const note = (by: string, raw: object = decision) => noteDecision(ctx.as(by), { cycleId, meetingId, ...raw });
const decisionsFor = async (who: string) => (await viewCycle(ctx.as(who), cycleId, "nl")).meetings[0]!.decisions;
const lastLine = async (who: string) => (await viewActivity(ctx.as(who), cycleId, "nl")).activity[0];

test("a decision of a meeting says what, who and by when; the same form sent twice notes it once", async () => {
  await note(lien);
  await note(lien);
  expect(await decisionsFor(lien)).toEqual([{ ...decision, id: expect.any(String), meetingId }]);
  const noted = await database.sql`select 1 from events where type = 'cycle.decision-noted'`;
  expect(noted).toHaveLength(1);
});

test("AC4: decisions are read like the cards, and the activity list gives nobody their words", async () => {
  expect(await decisionsFor(reader)).toHaveLength(1);
  expect(await decisionsFor(coach)).toHaveLength(1);
  expect(await decisionsFor(lead)).toEqual([]);
  const line = await lastLine(lead);
  expect(line).toMatchObject({ type: "cycle.decision-noted", data: { startsAt: "2026-10-06T13:30:00.000Z" } });
  expect(JSON.stringify(line)).not.toContain("tweede graad");
});

test("who does not work in the team notes and strikes nothing", async () => {
  const [first] = await decisionsFor(lien);
  for (const who of [reader, coach, lead]) {
    await expect(note(who, { what: "Iets anders" })).rejects.toMatchObject({ kind: "forbidden" });
    const strike = strikeDecision(ctx.as(who), { cycleId, decisionId: first?.id });
    await expect(strike).rejects.toMatchObject({ kind: "forbidden" });
  }
  expect(await decisionsFor(lien)).toHaveLength(1);
});

test("a struck decision is gone from the screen, stays in the table, and can be noted again", async () => {
  const [first] = await decisionsFor(lien);
  await strikeDecision(ctx.as(lien), { cycleId, decisionId: first?.id });
  expect(await decisionsFor(lien)).toEqual([]);
  const again = strikeDecision(ctx.as(lien), { cycleId, decisionId: first?.id });
  await expect(again).rejects.toMatchObject({ kind: "not-found" });
  await note(lien);
  expect(await decisionsFor(lien)).toHaveLength(1);
  expect(await database.sql`select 1 from meeting_decisions`).toHaveLength(2);
});

test.each([
  [{ ...decision, what: "  " }, { what: "required" }],
  [{ ...decision, what: "x".repeat(201) }, { what: "too-long" }],
  [{ ...decision, dueOn: "2026-02-30" }, { dueOn: "not-a-date" }],
])("%j is refused beside its field", async (raw, fields) => {
  await expect(note(lien, raw)).rejects.toMatchObject({ kind: "invalid", fields });
});

test.each(["", "x", "00000000-0000-7000-8000-000000000000"])("a meeting with the id %j is not found", async (id) => {
  await expect(note(lien, { ...decision, meetingId: id })).rejects.toMatchObject({ kind: "not-found" });
});

test("a strand is linked with one line of why, which can be written otherwise", async () => {
  await linkStrand(ctx.as(lien), { cycleId, strandId: "homework", why: "Taken komen onaf terug." });
  expect(await lastLine(lien)).toMatchObject({
    type: "cycle.strand-linked",
    strand: "Huiswerk",
    data: { why: "Taken komen onaf terug." },
  });
  const explain = (why: string) => explainStrand(ctx.as(lien), { cycleId, strandId: "homework", why });
  await explain("Ouders vragen ernaar.");
  await explain("Ouders vragen ernaar.");
  const { strands } = await viewCycle(ctx.as(reader), cycleId, "nl");
  expect(strands).toMatchObject([{ id: "homework", why: "Ouders vragen ernaar." }]);
  expect(await database.sql`select 1 from events where type = 'cycle.strand-explained'`).toHaveLength(1);
  await expect(
    explainStrand(ctx.as(lien), { cycleId, strandId: "feedback", why: "Niet gekoppeld" }),
  ).rejects.toMatchObject({ kind: "not-found" });
  await expect(explainStrand(ctx.as(reader), { cycleId, strandId: "homework", why: "Mag niet" })).rejects.toMatchObject(
    { kind: "forbidden" },
  );
});

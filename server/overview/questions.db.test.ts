import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { addCard, discardCard } from "#server/cards/index.ts";
import { answerThread, startThread } from "#server/comments/index.ts";
import { shareCards, shareDocument, startCycle } from "#server/cycles/index.ts";
import { viewThreads } from "#server/workspace/index.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  addTeamRow,
  makeMember,
  makeProjectPerson,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { viewCoaching, viewProject, viewStart } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [lien, coach, lead, principal, projectId, cycleId, documentId, cardId] = ["", "", "", "", "", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db, sql } = database;
  ctx = testContext(db);
  const school = await addOrganisationRow(db, "De Kiem");
  const teamId = await addTeamRow(db, school, "Derde leerjaar");
  projectId = await addProjectRow(db, school, "Samen wijzer");
  lien = await addPersonRow(db, "Lien Bogaert");
  coach = await addPersonRow(db, "Celine Rosseel");
  lead = await addPersonRow(db, "Dirk Lemmens");
  principal = await addPersonRow(db, "Wim Hendrickx");
  await makeTeamMember(db, lien, teamId, "lead");
  await makeMember(db, principal, school, "principal");
  await makeProjectPerson(db, coach, projectId, "coach");
  await makeProjectPerson(db, lead, projectId, "lead");
  await sql`insert into project_teams (id, project_id, team_id, joined_at)
    values (${newId()}, ${projectId}, ${teamId}, now())`;
  const begin = { teamId, projectId, title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  ({ cycleId } = await startCycle(ctx.as(lien), begin));
  const [document] = await sql`select document_id from phase_documents where cycle_id = ${cycleId} and stage = 'need'`;
  documentId = document?.document_id;
  ({ cardId } = await addCard(ctx.as(lien), { cycleId, kind: "signal", title: "31 van de 204 taken" }));
  const ask = (where: object, body: string) => startThread(ctx.as(lien), { cycleId, ...where, body, asksCoach: true });
  await ask({ documentId }, "In de tekst gevraagd");
  await ask({ cardId }, "Op de kaart gevraagd");
  await ask({}, "Over de lus gevraagd");
});
afterAll(() => database?.close());

const askedOf = async () => (await viewCoaching(ctx.as(coach))).questions.map(({ body }) => body).sort();

test("AC4: what a team asks its coach is told to no project lead, in no overview", async () => {
  const project = await viewProject(ctx.as(lead), projectId);
  expect(project.teams[0]?.cycles[0]?.questions).toEqual([]);
  expect(JSON.stringify(project)).not.toContain("gevraagd");
});

test("AC2, AC5: the start page of a principal quotes no conversation about a text or about the cycle", async () => {
  const start = JSON.stringify(await viewStart(ctx.as(principal), "nl"));
  expect(start).not.toContain("In de tekst gevraagd");
  expect(start).not.toContain("Over de lus gevraagd");
});

test("AC2: a question beside a text is there for the coach while the coach may read that text", async () => {
  expect(await askedOf()).toEqual(["Op de kaart gevraagd", "Over de lus gevraagd"]);
  await shareDocument(ctx.as(lien), { cycleId, stage: "need", audience: "coach" });
  expect(await askedOf()).toEqual(["In de tekst gevraagd", "Op de kaart gevraagd", "Over de lus gevraagd"]);
  await shareDocument(ctx.as(lien), { cycleId, stage: "need", audience: "team" });
  expect(await askedOf()).not.toContain("In de tekst gevraagd");
});

test("AC7: a question about the whole cycle reaches the coach, also when the cards are the team's alone", async () => {
  await shareCards(ctx.as(lien), { cycleId, audience: "team" });
  expect(await askedOf()).toEqual(["Over de lus gevraagd"]);
  const threads = await viewThreads(ctx.as(coach), cycleId);
  expect(threads.map(({ comments }) => comments[0]?.body)).toEqual(["Over de lus gevraagd"]);
  await answerThread(ctx.as(coach), { threadId: threads[0]?.id, body: "Donderdag bel ik." });
  await shareCards(ctx.as(lien), { cycleId, audience: "coach" });
});

test("AC7: no question to the coach can hang on a card that is kept to the team, not even a forged one", async () => {
  await shareCards(ctx.as(lien), { cycleId, audience: "team" });
  const forged = { cycleId, cardId, body: "Zag jij dit al?", asksCoach: true };
  const missing = { ...forged, cardId: newId() };
  for (const who of [lien, coach])
    for (const wish of [forged, missing])
      await expect(startThread(ctx.as(who), wish)).rejects.toMatchObject({ kind: "not-found", reason: "not-found" });
  await startThread(ctx.as(lien), { ...forged, asksCoach: false });
  await shareCards(ctx.as(lien), { cycleId, audience: "coach" });
  expect(await askedOf()).not.toContain("Zag jij dit al?");
  await expect(startThread(ctx.as(coach), forged)).rejects.toMatchObject({ kind: "not-found" });
});

test("a question on a card that was taken away waits for nobody", async () => {
  await startThread(ctx.as(coach), { cycleId, cardId, body: "En de 8 andere?" });
  const waiting = async () => (await viewStart(ctx.as(lien), "nl")).first?.waitsForTeam;
  expect(await waiting()).toBe(2);
  await discardCard(ctx.as(lien), { cycleId, cardId });
  expect(await waiting()).toBe(1);
});

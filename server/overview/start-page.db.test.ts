import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { wallTimeOf } from "#domain/calendar/brussels.ts";
import { addCard } from "#server/cards/index.ts";
import { startThread } from "#server/comments/index.ts";
import { moveCycle, planMeeting, shareDocument, startCycle } from "#server/cycles/index.ts";
import { loadToolkit } from "#server/toolkit/index.ts";
import { openCycle, openStage, viewActivity } from "#server/workspace/index.ts";
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
import { placesToStart } from "./places-to-start.ts";
import { viewStart } from "./view-start.ts";

let database: TestDatabase;
let ctx: TestContext;
let lien: string;
let bram: string;
let reader: string;
let principal: string;
let coach: string;
let teamId: string;
let projectId: string;
let cycleId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db, sql } = database;
  ctx = testContext(db);
  await loadToolkit(ctx);
  const school = await addOrganisationRow(db, "De Kiem");
  const service = await addOrganisationRow(db, "Kantlijn", "support-service");
  teamId = await addTeamRow(db, school, "Derde leerjaar");
  lien = await addPersonRow(db, "Lien Bogaert");
  bram = await addPersonRow(db, "Bram Dewulf");
  reader = await addPersonRow(db, "Rik Maes");
  principal = await addPersonRow(db, "Wim Hendrickx");
  coach = await addPersonRow(db, "Celine Rosseel");
  await makeTeamMember(db, lien, teamId, "lead");
  await makeTeamMember(db, bram, teamId, "member");
  await makeTeamMember(db, reader, teamId, "reader");
  await makeMember(db, principal, school, "principal");
  projectId = await addProjectRow(db, service, "Samen wijzer");
  await makeProjectPerson(db, coach, projectId, "coach");
  await sql`insert into project_teams (id, project_id, team_id, joined_at) values (${newId()}, ${projectId}, ${teamId}, now())`;
  const begin = { teamId, projectId, title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  ({ cycleId } = await startCycle(ctx.as(lien), { ...begin, strandIds: ["homework"] }));
});
afterAll(() => database?.close());

test("who works in a team may start a cycle there, and sees beforehand who would look along", async () => {
  const places = await placesToStart(ctx.as(bram), "nl");
  expect(places.teams).toMatchObject([
    {
      id: teamId,
      school: "De Kiem",
      projects: [{ id: projectId, coaches: ["Celine Rosseel"], documentsAudience: "team" }],
    },
  ]);
  expect(places.strands).toHaveLength(40);
});

test("a reader, a principal and a coach are offered no team to start a cycle in", async () => {
  for (const person of [reader, principal, coach])
    expect((await placesToStart(ctx.as(person), "nl")).teams, person).toEqual([]);
});

test("the start page says where the question that waits is asked: beside its card, in the phase of that card", async () => {
  const { cardId } = await addCard(ctx.as(lien), { cycleId, kind: "signal", title: "31 van de 204 taken" });
  await startThread(ctx.as(coach), { cycleId, cardId, body: "Wat is er met de 8 andere?" });
  const { first } = await viewStart(ctx.as(bram), "nl");
  expect(first).toMatchObject({ nextStep: "answer-question", waitsForTeam: 1, waitsAt: { stage: "need", cardId } });
});

test("a question about the whole cycle waits at no phase", async () => {
  const { cycleId: other } = await startCycle(ctx.as(lien), {
    ...{ teamId, projectId, title: "Speeltijd", need: "Ruzies komen mee binnen.", needOwner: "team" },
  });
  await startThread(ctx.as(coach), { cycleId: other, body: "Wanneer zien we elkaar?" });
  const { own } = await viewStart(ctx.as(bram), "nl");
  expect(own.find(({ id }) => id === other)?.waitsAt).toEqual({ stage: null, cardId: null });
});

test("the principal sees the school's cycles, and is told of no news of teams that are not theirs", async () => {
  const start = await viewStart(ctx.as(principal), "nl");
  expect(start).toMatchObject({ first: null, own: [], news: [], can: { startCycle: false } });
  expect(start.school.map(({ title }) => title).sort()).toEqual(["Huiswerk", "Speeltijd"]);
});

test("opening a cycle takes its news from the start page, and what comes later is news again", async () => {
  ctx.wait(60);
  expect((await viewStart(ctx.as(bram), "nl")).news.length).toBeGreaterThan(0);
  await openCycle(ctx.as(bram), cycleId, "nl");
  ctx.wait(60);
  const newsOf = async () => (await viewStart(ctx.as(bram), "nl")).news.filter((row) => row.cycleId === cycleId);
  expect(await newsOf()).toEqual([]);
  await moveCycle(ctx.as(lien), { cycleId, to: "sources", why: "" });
  expect(await newsOf()).toMatchObject([{ type: "cycle.moved", by: "Lien Bogaert" }]);
});

test("what a colleague did stays news, however much one did oneself since", async () => {
  await moveCycle(ctx.as(lien), { cycleId, to: "implement", why: "" });
  for (let number = 1; number <= 41; number++)
    await addCard(ctx.as(bram), { cycleId, kind: "log", title: `Waarneming ${number}` });
  const { news } = await viewStart(ctx.as(bram), "nl");
  expect(news[0]).toMatchObject({ type: "cycle.moved", by: "Lien Bogaert", data: { to: "implement" } });
});

test("NS2 a meeting of the third day from now is not prepared yet, though it is less than 72 hours away", async () => {
  const begin = { teamId, title: "Lezen", need: "Weinig zin in lezen.", needOwner: "pupils" };
  const { cycleId: other } = await startCycle(ctx.as(lien), begin);
  const nextStep = async () => (await viewStart(ctx.as(lien), "nl")).own.find(({ id }) => id === other)?.nextStep;
  const inHours = (hours: number) => wallTimeOf(new Date(ctx.clock().getTime() + hours * 3_600_000));
  await planMeeting(ctx.as(lien), { cycleId: other, startsAt: inHours(71) });
  expect(await nextStep()).toBe("name-goal");
  await planMeeting(ctx.as(lien), { cycleId: other, startsAt: inHours(47) });
  expect(await nextStep()).toBe("prepare-meeting");
});

test("an activity line about a strand carries its name in the reader's language", async () => {
  const linked = async (language: "nl" | "en") =>
    (await viewActivity(ctx.as(lien), cycleId, language)).activity.find(({ type }) => type === "cycle.strand-linked");
  expect((await linked("nl"))?.strand).toBe("Huiswerk");
  expect((await linked("en"))?.strand).toBe("Homework");
});

test("AC2: the page of a stage gives the coach no document until the team shares it", async () => {
  expect((await openStage(ctx.as(lien), cycleId, "need")).documentId).not.toBeNull();
  expect((await openStage(ctx.as(coach), cycleId, "need")).documentId).toBeNull();
  await shareDocument(ctx.as(lien), { cycleId, stage: "need", audience: "coach" });
  expect((await openStage(ctx.as(coach), cycleId, "need")).documentId).not.toBeNull();
  expect((await openStage(ctx.as(coach), cycleId, "sources")).documentId).toBeNull();
});

test("a stranger opens neither the cycle nor a stage: both are not there", async () => {
  const stranger = await addPersonRow(database.db, "Els Wouters");
  await expect(openCycle(ctx.as(stranger), cycleId, "nl")).rejects.toMatchObject({ kind: "not-found" });
  await expect(openStage(ctx.as(stranger), cycleId, "need")).rejects.toMatchObject({ kind: "not-found" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { people } from "#content/demo/people.ts";
import { cycleScopesVisibleTo, cycleScopeVisibleTo } from "#db/cycles/scope.ts";
import { abilities, cyclePolicy } from "#domain/access/policies.ts";
import type { Context } from "#server/context.ts";
import { tellDemo } from "#server/demo/index.ts";
import { viewStart } from "#server/overview/index.ts";
import { loadToolkit } from "#server/toolkit/index.ts";
import { viewActivity, viewCycle, viewThreads } from "#server/workspace/index.ts";
import { liveServices } from "#tests/support/live-services.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

let database: TestDatabase;
let services: ReturnType<typeof liveServices>;
const ids = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  services = liveServices(database);
  await loadToolkit(services);
  await tellDemo(services);
  for (const { id, email } of await database.sql`select id, email from people`) ids.set(email, id);
});

afterAll(async () => {
  await services.stop();
  await database.close();
});

const as = (key: keyof typeof people): Context => ({
  ...services,
  actor: { kind: "person", id: ids.get(people[key].email) as string },
});

const cycleId = async (title: string): Promise<string> => {
  const [row] = await database.sql`select id from cycles where title like ${`${title}%`}`;
  return row?.id as string;
};

test("the whole story is told, with nothing to complain about", async () => {
  const [counts] = await database.sql`
    select (select count(*)::int from cycles) as cycles, (select count(*)::int from cards) as cards,
      (select count(*)::int from threads) as threads, (select count(*)::int from visits) as visits`;
  expect(counts).toMatchObject({ cycles: 11, threads: 18, visits: 3 });
  expect(services.complaints).toEqual([]);
});

test("a database in use is never touched by the demo", async () => {
  const before = await database.sql`select count(*) from events`;
  expect(await tellDemo(services)).toBe(false);
  expect(await database.sql`select count(*) from events`).toEqual(before);
});

test("every write of the story left its event", async () => {
  const rows = await database.sql`select type, count(*)::int as n from events group by type`;
  const types = new Set(rows.map((row) => row.type));
  for (const type of [
    "cycle.started",
    "cycle.moved",
    "card.added",
    "thread.started",
    "project.team-joined",
    "visit.held",
  ])
    expect(types, type).toContain(type);
});

test("Anna's start page proposes one step in her own team's cycle", async () => {
  const start = await viewStart(as("anna"));
  expect(start.first?.inTeam).toBe(true);
  expect(start.own.length).toBeGreaterThan(0);
  expect(start.own.every((cycle) => cycle.inTeam)).toBe(true);
});

test("the coach reads progress, cards and shared documents, and no document that the team keeps to itself", async () => {
  const view = await viewCycle(as("celine"), await cycleId("Maatjes aan zet"), "nl");
  expect(view.can).toMatchObject({ view: true, readCards: true, edit: false });
  const readable = view.stages.filter((stage) => stage.document).map((stage) => stage.stage);
  expect(readable).not.toContain("need");
  expect(readable).toContain("implement");
  expect(view.stages.flatMap((stage) => (stage.document ? [stage.document.can.write] : []))).not.toContain(true);
});

test("what a coach may not read is in no list: threads and activity of a document kept to the team are left out", async () => {
  const id = await cycleId("Maatjes aan zet");
  const [need] = await database.sql`select document_id from phase_documents where cycle_id = ${id} and stage = 'need'`;
  const threads = await viewThreads(as("celine"), id);
  expect(threads.map((thread) => thread.documentId)).not.toContain(need?.document_id);
  const hidden = await database.sql`select id from events where document_id = ${need?.document_id}`;
  const { activity } = await viewActivity(as("celine"), id);
  for (const { id: eventId } of hidden) expect(activity.map((row) => row.id)).not.toContain(Number(eventId));
});

test("a project lead reads of progress only: no card and no document shows in the activity list", async () => {
  const id = await cycleId("Toetsvragen");
  // Even where the team shares its cards and texts with a coach.
  await database.sql`update cycles set cards_audience = 'coach' where id = ${id}`;
  await database.sql`update phase_documents set audience = 'coach' where cycle_id = ${id}`;
  const kinds = async (person: keyof typeof people) =>
    new Set((await viewActivity(as(person), id)).activity.map(({ type }) => type.split(".")[0]));
  expect(await kinds("marijn")).toContain("card");
  const learned = await kinds("dirk");
  expect(learned).toContain("cycle");
  expect(learned).not.toContain("card");
  expect(learned).not.toContain("document");
});

test("somebody of another school finds nothing: not found, and not forbidden", async () => {
  const id = await cycleId("Maatjes aan zet");
  await expect(viewCycle(as("gert"), id, "nl")).rejects.toMatchObject({ kind: "not-found" });
  await expect(viewThreads(as("gert"), id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(viewActivity(as("fatima"), id)).rejects.toMatchObject({ kind: "not-found" });
});

test("the list and the policy agree for every person and every cycle", async () => {
  const all = await database.sql`select id from cycles`;
  for (const key of Object.keys(people) as (keyof typeof people)[]) {
    const personId = ids.get(people[key].email) as string;
    const listed = new Set((await cycleScopesVisibleTo(database.db, personId)).map(({ cycle }) => cycle.id));
    for (const { id } of all) {
      const scope = await cycleScopeVisibleTo(database.db, personId, id);
      const may = scope !== null && abilities(cyclePolicy, scope.who, scope).view;
      expect(listed.has(id), `${key} and cycle ${id}`).toBe(may);
    }
  }
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addTeamRow,
  makeMember,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { loadToolkit } from "./load-toolkit.ts";
import { ownCyclesWithStrand } from "./own-cycles-with-strand.ts";

let database: TestDatabase;
let ctx: TestContext;
let lien: string;
let principal: string;
let teamId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  await loadToolkit(ctx);
  const school = await addOrganisationRow(db, "De Kiem");
  teamId = await addTeamRow(db, school, "Derde leerjaar");
  const otherTeam = await addTeamRow(db, school, "Vierde leerjaar");
  lien = await addPersonRow(db, "Lien Bogaert");
  principal = await addPersonRow(db, "Wim Hendrickx");
  await makeTeamMember(db, lien, teamId, "reader");
  await makeMember(db, principal, school, "principal");
  await addCycle(teamId, "Samen lezen", "2026-01-10", ["feedback", "phonics"]);
  await addCycle(teamId, "Begrijpend lezen", "2026-09-01", ["feedback"]);
  await addCycle(teamId, "Afgerond", "2026-09-02", ["feedback"], "closed");
  await addCycle(teamId, "Zonder dit thema", "2026-09-03", ["phonics"]);
  await addCycle(teamId, "In de prullenbak", "2026-09-04", ["feedback"], "discarded");
  await addCycle(otherTeam, "Van de buren", "2026-09-05", ["feedback"]);
});
afterAll(() => database?.close());

async function addCycle(ofTeam: string, title: string, startsOn: string, strandIds: string[], end?: string) {
  const { sql } = database;
  const id = newId();
  const ended = (how: string) => (end === how ? new Date() : null);
  await sql`
    insert into cycles (id, team_id, title, need, need_owner, starts_on, created_at, closed_at, discarded_at)
    values (${id}, ${ofTeam}, ${title}, 'Nood', 'pupils', ${startsOn}, now(), ${ended("closed")}, ${ended("discarded")})`;
  await sql`
    insert into phase_entries (id, cycle_id, ordinal, to_stage, at) values (${newId()}, ${id}, 1, 'need', now())`;
  for (const strandId of strandIds)
    await sql`insert into cycle_strands (cycle_id, strand_id, linked_at) values (${id}, ${strandId}, now())`;
}

const titlesFor = async (personId: string, strandId: unknown = "feedback") =>
  (await ownCyclesWithStrand(ctx.as(personId), strandId)).map(({ title }) => title);

test("a member sees the cycles of their own teams that use a strand: running ones first, newest first", async () => {
  expect(await titlesFor(lien)).toEqual(["Begrijpend lezen", "Samen lezen", "Afgerond"]);
  expect(await titlesFor(lien, "mentoring")).toEqual([]);
  expect((await ownCyclesWithStrand(ctx.as(lien), "feedback"))[0]).toMatchObject({
    stage: "need",
    closed: false,
    team: "Derde leerjaar",
    school: "De Kiem",
  });
});

test("who knows of a cycle without being in its team does not get it as one of their own", async () => {
  expect(await titlesFor(principal)).toEqual([]);
});

test("a visitor is asked to sign in, and an unknown strand is not found", async () => {
  await expect(ownCyclesWithStrand(ctx, "feedback")).rejects.toMatchObject({ kind: "signed-out" });
  await expect(titlesFor(lien, "no-such-strand")).rejects.toMatchObject({ kind: "not-found" });
  await expect(titlesFor(lien, "'; drop table cycles")).rejects.toMatchObject({ kind: "not-found" });
});

test("who leaves a team has no cycles there any more", async () => {
  await database.sql`update team_members set ended_at = now() where person_id = ${lien} and team_id = ${teamId}`;
  expect(await titlesFor(lien)).toEqual([]);
});

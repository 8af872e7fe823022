import { afterAll, beforeAll, expect, test } from "vitest";
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
import { endMembership } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [school, principal, bram, teamId] = ["", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  school = await addOrganisationRow(db, "De Kiem");
  principal = await addPersonRow(db, "Wim Hendrickx");
  bram = await addPersonRow(db, "Bram Dewulf");
  await makeMember(db, principal, school, "principal");
  await makeMember(db, bram, school, "teacher");
  teamId = await addTeamRow(db, school, "Derde leerjaar");
  await makeTeamMember(db, bram, teamId, "member");
});
afterAll(() => database?.close());

test("who leaves a school is out of its teams, and the open pages of those teams ask again who is in them", async () => {
  const told: { topics: readonly string[]; keys: readonly (readonly string[])[] }[] = [];
  const live = {
    ...ctx.live,
    publish: (topics: readonly string[], keys: (typeof told)[number]["keys"]) => void told.push({ topics, keys }),
  };
  await endMembership({ ...ctx.as(principal), live }, { organisationId: school, personId: bram });

  const left = await database.sql`select ended_by from team_members where team_id = ${teamId} and ended_at is not null`;
  expect(left).toEqual([{ ended_by: principal }]);
  expect(told).toHaveLength(1);
  expect(told[0]?.topics).toEqual([`person:${bram}`, `team:${teamId}`]);
  expect(told[0]?.keys).toContainEqual(["team", teamId]);
  expect(ctx.told.recheck).toEqual([{ personId: bram }]);
});

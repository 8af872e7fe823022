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
import { whileHeld } from "#tests/support/while-held.ts";
import { addMember, changeMemberRole, removeMember, viewTeam } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [school, anna, bram, els] = ["", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  school = await addOrganisationRow(db, "De Kiem");
  anna = await addPersonRow(db, "Anna Verlinden");
  bram = await addPersonRow(db, "Bram Dewulf");
  els = await addPersonRow(db, "Els Wouters");
  for (const person of [anna, bram, els]) await makeMember(db, person, school, "teacher");
});
afterAll(() => database?.close());

async function teamWithTwoLeads(name: string): Promise<string> {
  const teamId = await addTeamRow(database.db, school, name);
  for (const person of [anna, bram]) await makeTeamMember(database.db, person, teamId, "lead");
  return teamId;
}
const refusals = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.reason] : []));

test.each([
  [
    "make each other a member",
    (teamId: string, who: string, whom: string) =>
      changeMemberRole(ctx.as(who), { teamId, personId: whom, role: "member" }),
  ],
  [
    "take each other out",
    (teamId: string, who: string, whom: string) => removeMember(ctx.as(who), { teamId, personId: whom }),
  ],
])("a team keeps a lead when its two leads %s at the same moment", async (name, act) => {
  const teamId = await teamWithTwoLeads(name);
  const outcomes = await whileHeld(
    database,
    (tx) => tx`select 1 from team_members where team_id = ${teamId} for update`,
    [() => act(teamId, anna, bram), () => act(teamId, bram, anna)],
  );
  expect(refusals(outcomes)).toEqual(["last-lead"]);
  const leads = await database.sql`
    select 1 from team_members where team_id = ${teamId} and role = 'lead' and ended_at is null`;
  expect(leads).toHaveLength(1);
});

test("who leaves the school at this moment is not added to a team of it", async () => {
  const teamId = await teamWithTwoLeads("Zesde leerjaar");
  const outcomes = await whileHeld(
    database,
    (tx) => tx`update memberships set ended_at = now() where person_id = ${els}`,
    [() => addMember(ctx.as(anna), { teamId, personId: els, role: "member" })],
  );
  expect(outcomes[0]).toMatchObject({ status: "rejected", reason: { fields: { personId: "not-at-this-school" } } });
});

test("whom a team's lead can add is a list of names, without addresses or functions", async () => {
  const teamId = await teamWithTwoLeads("Eerste leerjaar");
  const wim = await addPersonRow(database.db, "Wim Hendrickx");
  await makeMember(database.db, wim, school, "principal");
  expect((await viewTeam(ctx.as(anna), teamId)).addable).toEqual([{ id: wim, name: "Wim Hendrickx" }]);
});

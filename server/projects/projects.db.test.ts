import { afterAll, beforeAll, expect, test } from "vitest";
import { viewTeam } from "#server/teams/index.ts";
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
import { addProjectTeam, chooseDocumentsAudience, listProgrammes, projectChoices, removeProjectTeam } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let lead: string;
let coach: string;
let teacher: string;
let teamId: string;
let projectId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  ctx = testContext(db);
  const service = await addOrganisationRow(db, "Dienst", "support-service");
  const school = await addOrganisationRow(db, "School");
  lead = await addPersonRow(db, "Dirk Hoste");
  coach = await addPersonRow(db, "Celine Rosseel");
  teacher = await addPersonRow(db, "Anna Verlinden");
  // Staff of a support service: a function of that name at the knowledge centre only makes staff of the platform.
  await makeMember(db, lead, service, "staff");
  await makeMember(db, teacher, school, "teacher");
  teamId = await addTeamRow(db, school, "Derde graad");
  await makeTeamMember(db, teacher, teamId, "lead");
  projectId = await addProjectRow(db, service, "Samen lezen");
  await makeProjectPerson(db, lead, projectId, "lead");
  await makeProjectPerson(db, coach, projectId, "coach");
});
afterAll(() => database.close());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "allowed",
    (failure: { kind?: string }) => failure.kind,
  );

test("AC6: the list of programmes is for staff of the knowledge centre alone", async () => {
  for (const person of [lead, coach, teacher]) expect(await refusal(listProgrammes(ctx.as(person)))).toBe("forbidden");
  expect(await refusal(listProgrammes(ctx))).toBe("signed-out");
});

test("whom one may add to a project is told to who manages it, and the project itself to nobody outside it", async () => {
  expect((await projectChoices(ctx.as(lead), projectId)).people.found.map(({ id }) => id)).toContain(teacher);
  expect(await refusal(projectChoices(ctx.as(coach), projectId))).toBe("forbidden");
  expect(await refusal(projectChoices(ctx.as(teacher), projectId))).toBe("not-found");
  expect(await refusal(projectChoices(ctx.as(lead), "geen id"))).toBe("not-found");
  expect(await refusal(projectChoices(ctx, projectId))).toBe("signed-out");
});

test("AC8: a team that comes back to a project keeps its new documents to itself until it decides again", async () => {
  const audience = async () => {
    const rows = await database.sql`
      select documents_audience from project_teams where team_id = ${teamId} and left_at is null`;
    return rows.map((row) => row.documents_audience);
  };
  await addProjectTeam(ctx.as(lead), { projectId, teamId });
  expect(await audience()).toEqual(["team"]);
  await chooseDocumentsAudience(ctx.as(teacher), { projectId, teamId, audience: "coach" });
  expect(await audience()).toEqual(["coach"]);
  expect((await viewTeam(ctx.as(teacher), teamId)).projects).toMatchObject([{ documentsAudience: "coach" }]);
  await removeProjectTeam(ctx.as(lead), { projectId, teamId });
  await addProjectTeam(ctx.as(lead), { projectId, teamId });
  expect(await audience()).toEqual(["team"]);
});

test("of very many people and teams the first are offered, and the others are found by name", async () => {
  const { db } = database;
  const school = await addOrganisationRow(db, "De Kiem");
  for (let n = 10; n < 70; n++) {
    await makeMember(db, await addPersonRow(db, `Ann ${n}`), school, "teacher");
    await addTeamRow(db, school, `Team ${n}`);
  }
  const as = ctx.as(lead);
  const first = await projectChoices(as, projectId);
  expect([first.people.found.length, first.people.more]).toEqual([50, true]);
  expect([first.teams.found.length, first.teams.more]).toEqual([50, true]);

  const found = await projectChoices(as, projectId, { people: " kiem  ANN 69", teams: "team kiem 69" });
  expect(found.people).toMatchObject({ found: [{ name: "Ann 69", organisations: "De Kiem" }], more: false });
  expect(found.teams).toMatchObject({ found: [{ name: "Team 69", school: "De Kiem" }], more: false });
  for (const search of ["%", "_", "\\", "100%", "Ann %"])
    expect((await projectChoices(as, projectId, { people: search })).people.found).toEqual([]);

  await addProjectTeam(as, { projectId, teamId: found.teams.found[0]?.id });
  expect((await projectChoices(as, projectId, { teams: "kiem 69" })).teams.found).toEqual([]);
});

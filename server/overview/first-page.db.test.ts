import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  addTeamRow,
  makeMember,
  makeProjectPerson,
  makeTeamMember,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { firstPageOf } from "./index.ts";

let database: TestDatabase;
let [school, centre, team, project] = ["", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  school = await addOrganisationRow(db, "De Kiem");
  centre = await addOrganisationRow(db, "Kenniscentrum", "knowledge-centre");
  team = await addTeamRow(db, school, "Derde graad");
  project = await addProjectRow(db, centre, "Lezen om te leren");
});
afterAll(() => database.close());

const somebody = (name: string) => addPersonRow(database.db, name);
const pageOf = (personId: string) => firstPageOf(testContext(database.db).as(personId));

test("who only coaches begins with the coaching, who only leads a project with the projects", async () => {
  const coach = await somebody("Celine Aerts");
  await makeProjectPerson(database.db, coach, project, "coach");
  expect(await pageOf(coach)).toBe("coaching");
  const lead = await somebody("Dirk Lemmens");
  await makeProjectPerson(database.db, lead, project, "lead");
  expect(await pageOf(lead)).toBe("projects");
  await makeProjectPerson(database.db, lead, project, "coach");
  expect(await pageOf(lead)).toBe("coaching");
});

test("who is in a team, leads a school or belongs to the staff begins at the start, also when coaching", async () => {
  const teacher = await somebody("Anna Wouters");
  await makeTeamMember(database.db, teacher, team, "member");
  await makeProjectPerson(database.db, teacher, project, "coach");
  const principal = await somebody("Nadia Haddad");
  await makeMember(database.db, principal, school, "principal");
  const staff = await somebody("Fatima Amrani");
  await makeMember(database.db, staff, centre, "staff");
  await makeProjectPerson(database.db, staff, project, "lead");
  for (const person of [teacher, principal, staff]) expect(await pageOf(person)).toBe("start");
});

test("who is nothing anywhere yet begins at the start, which says what comes", async () => {
  expect(await pageOf(await somebody("Joke Peeters"))).toBe("start");
});

import { afterAll, beforeAll, beforeEach } from "vitest";
import { invite } from "#server/invitations/index.ts";
import { hashPassword } from "#server/people/index.ts";
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

export const PASSWORD = "drie koffie om 8u";
/** The address of somebody who has no account when a test begins. */
export const NEWCOMER = "lien.bogaert@school.example";
export const newcomer = { name: "Lien Bogaert", password: PASSWORD };

/** Two schools with a team each and a knowledge centre with a project, for the tests of one file. */
export function inviting() {
  const nobody = "";
  const w = {
    database: undefined as unknown as TestDatabase,
    ctx: undefined as unknown as TestContext,
    kiem: nobody,
    atheneum: nobody,
    centre: nobody,
    thirdStage: nobody,
    feedback: nobody,
    project: nobody,
    /** Leads the team of De Kiem, in which Bram is a member; Nadia is their principal. */
    anna: nobody,
    bram: nobody,
    directeur: nobody,
    /** Leads the team of the other school. */
    gert: nobody,
    /** Leads the project. */
    dirk: nobody,
    /** Works at the knowledge centre. */
    fatima: nobody,

    toTeam: (email = NEWCOMER): Record<string, string> => ({ email, teamId: w.thirdStage, teamRole: "member" }),

    /** Invites, and reads the token in the mail. */
    async invited(raw?: object, by?: string): Promise<{ invitationId: string; to: string; token: string }> {
      const { invitationId } = await invite(w.ctx.as(by ?? w.anna), { ...(raw ?? w.toTeam()) });
      const [mail] = await w.database.sql<{ to: string; text: string }[]>`select * from mails order by id desc limit 1`;
      return { invitationId, to: mail!.to, token: mail!.text.match(/\/uitnodiging\/([\w-]{43})/)![1]! };
    },

    async rolesOf(email: string): Promise<Record<"functions" | "teams" | "projects", object[]>> {
      const { sql } = w.database;
      const of = sql`m join people p on p.id = m.person_id where p.email = ${email} and m.ended_at is null`;
      return {
        functions: await sql`select m.organisation_id, m.function from memberships ${of}`,
        teams: await sql`select m.team_id, m.role from team_members ${of}`,
        projects: await sql`select m.project_id, m.role from project_people ${of}`,
      };
    },

    async eventTypes(): Promise<string[]> {
      const events = await w.database.sql<{ type: string }[]>`select type from events order by id`;
      return events.map(({ type }) => type);
    },
  };

  beforeAll(async () => {
    w.database = await testDatabase();
    const { db } = w.database;
    w.kiem = await addOrganisationRow(db, "De Kiem");
    w.atheneum = await addOrganisationRow(db, "Atheneum Ter Linde");
    w.centre = await addOrganisationRow(db, "Kenniscentrum", "knowledge-centre");
    w.thirdStage = await addTeamRow(db, w.kiem, "Derde graad");
    w.feedback = await addTeamRow(db, w.atheneum, "Feedback");
    w.project = await addProjectRow(db, w.centre, "Samen wijzer");
    const passwordHash = await hashPassword(PASSWORD);
    const person = (name: string) => addPersonRow(db, name, { passwordHash });
    w.anna = await person("Anna Wouters");
    w.bram = await person("Bram Claes");
    w.directeur = await person("Nadia Peeters");
    w.gert = await person("Gert Jacobs");
    w.dirk = await person("Dirk Aerts");
    w.fatima = await person("Fatima Bensaid");
    await makeMember(db, w.anna, w.kiem, "teacher");
    await makeTeamMember(db, w.anna, w.thirdStage, "lead");
    await makeMember(db, w.bram, w.kiem, "teacher");
    await makeTeamMember(db, w.bram, w.thirdStage, "member");
    await makeMember(db, w.directeur, w.kiem, "principal");
    await makeMember(db, w.gert, w.atheneum, "teacher");
    await makeTeamMember(db, w.gert, w.feedback, "lead");
    await makeMember(db, w.dirk, w.centre, "coach");
    await makeProjectPerson(db, w.dirk, w.project, "lead");
    await makeMember(db, w.fatima, w.centre, "staff");
  });
  afterAll(() => w.database.close());

  beforeEach(async () => {
    const { sql } = w.database;
    for (const table of ["events", "invitations", "mails"]) await sql`delete from ${sql(table)}`;
    for (const table of ["team_members", "memberships", "project_people"]) {
      await sql`delete from ${sql(table)} using people p where person_id = p.id and p.email = ${NEWCOMER}`;
    }
    await sql`delete from people where email = ${NEWCOMER}`;
    w.ctx = testContext(w.database.db);
  });
  return w;
}

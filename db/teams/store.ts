import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { OrganisationScope } from "#db/organisations/scope.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { TeamRole } from "#domain/people/words.ts";
import type { TeamScope } from "./scope.ts";
import { teamMembers, teams } from "./tables.ts";

/** The people who are in these teams now, by name. */
export function membersOf(db: Database, teamIds: string[]) {
  return db
    .select({
      membershipId: teamMembers.id,
      teamId: teamMembers.teamId,
      personId: people.id,
      name: people.name,
      role: teamMembers.role,
    })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(and(inArray(teamMembers.teamId, teamIds), isNull(teamMembers.endedAt)))
    .orderBy(asc(people.name));
}

/** Teams with the name of their school. */
export function teamsWithSchool(db: Database, teamIds: string[]) {
  return db
    .select({
      id: teams.id,
      name: teams.name,
      school: { id: organisations.id, name: organisations.name, levels: organisations.levels },
    })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(inArray(teams.id, teamIds));
}

/** @returns false when the school has a team of that name already. */
export async function insertTeam(db: Database, team: typeof teams.$inferInsert): Promise<boolean> {
  const added = await db.insert(teams).values(team).onConflictDoNothing().returning({ id: teams.id });
  return added.length === 1;
}

/** The running membership of a person in a team, locked: two changes to it go one after the other. */
export async function runningMember(db: Database, { team }: TeamScope, personId: string) {
  const [member] = await db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, team.id), eq(teamMembers.personId, personId), isNull(teamMembers.endedAt)))
    .for("update");
  return member ?? null;
}

/** @returns false when the person is in the team already. */
export async function insertMember(
  db: Database,
  { team }: Authorized<TeamScope, "manageMembers">,
  member: Omit<typeof teamMembers.$inferInsert, "teamId">,
): Promise<boolean> {
  const added = await db
    .insert(teamMembers)
    .values({ ...member, teamId: team.id })
    .onConflictDoNothing()
    .returning({ id: teamMembers.id });
  return added.length === 1;
}

export async function endMember(
  db: Database,
  _team: Authorized<TeamScope, "manageMembers">,
  membershipId: string,
  ended: { at: Date; by: string | null },
): Promise<void> {
  await db.update(teamMembers).set({ endedAt: ended.at, endedBy: ended.by }).where(eq(teamMembers.id, membershipId));
}

export async function setMemberRole(
  db: Database,
  _team: Authorized<TeamScope, "manageMembers">,
  membershipId: string,
  role: TeamRole,
): Promise<void> {
  await db.update(teamMembers).set({ role }).where(eq(teamMembers.id, membershipId));
}

/** The leads of a team, locked until the transaction ends: whoever else takes the lead from one of them waits. */
export async function lockLeads(db: Database, teamId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: teamMembers.personId })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.role, "lead"), isNull(teamMembers.endedAt)))
    .orderBy(asc(teamMembers.id))
    .for("update");
  return rows.map((row) => row.personId);
}

/** Ends somebody's part in every team of a school: who leaves the school leaves its teams. @returns those teams. */
export async function endMembershipsAtSchool(
  db: Database,
  { organisation }: Authorized<OrganisationScope, "manage">,
  personId: string,
  ended: { at: Date; by: string | null },
): Promise<string[]> {
  const ofSchool = db.select({ id: teams.id }).from(teams).where(eq(teams.organisationId, organisation.id));
  const gone = await db
    .update(teamMembers)
    .set({ endedAt: ended.at, endedBy: ended.by })
    .where(and(eq(teamMembers.personId, personId), isNull(teamMembers.endedAt), inArray(teamMembers.teamId, ofSchool)))
    .returning({ teamId: teamMembers.teamId });
  return gone.map((row) => row.teamId);
}

/** The teams of an organisation, by name. */
export function teamsOfOrganisation(db: Database, organisationId: string) {
  return db.select().from(teams).where(eq(teams.organisationId, organisationId)).orderBy(asc(teams.name));
}

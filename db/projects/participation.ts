import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import type { TeamScope } from "#db/teams/scope.ts";
import { teams } from "#db/teams/tables.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { Audience } from "#domain/cycles/words.ts";
import type { ProjectRole } from "#domain/people/words.ts";
import type { ProjectScope } from "./scope.ts";
import { projectPeople, projects, projectTeams } from "./tables.ts";

/** The people who lead or coach these projects now. */
export function projectPeopleOf(db: Database, projectIds: string[]) {
  return db
    .select({
      projectId: projectPeople.projectId,
      personId: people.id,
      name: people.name,
      role: projectPeople.role,
    })
    .from(projectPeople)
    .innerJoin(people, eq(people.id, projectPeople.personId))
    .where(and(inArray(projectPeople.projectId, projectIds), isNull(projectPeople.endedAt)))
    .orderBy(asc(people.name));
}

/** @returns false when the person has this role in the project already. */
export async function insertProjectPerson(
  db: Database,
  { project }: Authorized<ProjectScope, "manage">,
  person: Omit<typeof projectPeople.$inferInsert, "projectId">,
): Promise<boolean> {
  const added = await db
    .insert(projectPeople)
    .values({ ...person, projectId: project.id })
    .onConflictDoNothing()
    .returning({ id: projectPeople.id });
  return added.length === 1;
}

/** @returns false when the person does not have this role (any more). */
export async function endProjectPerson(
  db: Database,
  { project }: Authorized<ProjectScope, "manage">,
  which: { personId: string; role: ProjectRole },
  ended: { at: Date; by: string | null },
): Promise<boolean> {
  const gone = await db
    .update(projectPeople)
    .set({ endedAt: ended.at, endedBy: ended.by })
    .where(
      and(
        eq(projectPeople.projectId, project.id),
        eq(projectPeople.personId, which.personId),
        eq(projectPeople.role, which.role),
        isNull(projectPeople.endedAt),
      ),
    )
    .returning({ id: projectPeople.id });
  return gone.length === 1;
}

/** @returns false when the team takes part already. */
export async function insertProjectTeam(
  db: Database,
  { project }: Authorized<ProjectScope, "manage">,
  part: Omit<typeof projectTeams.$inferInsert, "projectId">,
): Promise<boolean> {
  const added = await db
    .insert(projectTeams)
    .values({ ...part, projectId: project.id })
    .onConflictDoNothing()
    .returning({ id: projectTeams.id });
  return added.length === 1;
}

export async function endProjectTeam(
  db: Database,
  { project }: Authorized<ProjectScope, "manage">,
  teamId: string,
  left: { at: Date; by: string | null },
): Promise<boolean> {
  const gone = await db
    .update(projectTeams)
    .set({ leftAt: left.at, leftBy: left.by })
    .where(and(eq(projectTeams.projectId, project.id), eq(projectTeams.teamId, teamId), isNull(projectTeams.leftAt)))
    .returning({ id: projectTeams.id });
  return gone.length === 1;
}

/** What new documents of a team in a project are for the coach: the team's own choice. */
export async function setDocumentsAudience(
  db: Database,
  projectId: string,
  { team }: Authorized<TeamScope, "startCycle">,
  documentsAudience: Audience,
): Promise<boolean> {
  const changed = await db
    .update(projectTeams)
    .set({ documentsAudience })
    .where(and(eq(projectTeams.projectId, projectId), eq(projectTeams.teamId, team.id), isNull(projectTeams.leftAt)))
    .returning({ id: projectTeams.id });
  return changed.length === 1;
}

/** The teams that take part in these projects now, with their school. */
export function projectTeamsOf(db: Database, projectIds: string[]) {
  return db
    .select({
      projectId: projectTeams.projectId,
      teamId: teams.id,
      name: teams.name,
      school: organisations.name,
      levels: organisations.levels,
      documentsAudience: projectTeams.documentsAudience,
      joinedAt: projectTeams.joinedAt,
    })
    .from(projectTeams)
    .innerJoin(teams, eq(teams.id, projectTeams.teamId))
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(and(inArray(projectTeams.projectId, projectIds), isNull(projectTeams.leftAt)))
    .orderBy(asc(organisations.name), asc(teams.name));
}

/** The projects that teams take part in now, and what each team chose for its new documents there. */
export function projectsOfTeams(db: Database, teamIds: string[]) {
  return db
    .select({
      teamId: projectTeams.teamId,
      projectId: projects.id,
      name: projects.name,
      documentsAudience: projectTeams.documentsAudience,
    })
    .from(projectTeams)
    .innerJoin(projects, eq(projects.id, projectTeams.projectId))
    .where(and(inArray(projectTeams.teamId, teamIds), isNull(projectTeams.leftAt)))
    .orderBy(asc(projects.name));
}

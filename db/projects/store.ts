import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { programmes, projectStrands, projects, projectTeams } from "./tables.ts";

/** A team's running part in a project, or null when it does not take part. */
export async function projectPartOf(db: Database, projectId: string, teamId: string) {
  const [part] = await db
    .select()
    .from(projectTeams)
    .where(and(eq(projectTeams.projectId, projectId), eq(projectTeams.teamId, teamId), isNull(projectTeams.leftAt)));
  return part ?? null;
}

/** The names of projects by id. */
export function projectNames(db: Database, projectIds: string[]) {
  return db.select({ id: projects.id, name: projects.name }).from(projects).where(inArray(projects.id, projectIds));
}

export async function insertProgramme(db: Database, programme: typeof programmes.$inferInsert): Promise<void> {
  await db.insert(programmes).values(programme);
}

export async function programmesNewestFirst(db: Database) {
  return db.select().from(programmes).orderBy(desc(programmes.fromYear), asc(programmes.name));
}

/** Every project in short, for who manages them all; the latest to begin first. */
export function allProjects(db: Database, _permission: Authorized<unknown, "manage">) {
  return db
    .select({
      id: projects.id,
      programmeId: projects.programmeId,
      name: projects.name,
      startsOn: projects.startsOn,
      endsOn: projects.endsOn,
    })
    .from(projects)
    .orderBy(desc(projects.startsOn), asc(projects.name));
}

export async function programmeOf(db: Database, programmeId: string) {
  const [programme] = await db.select().from(programmes).where(eq(programmes.id, programmeId));
  return programme ?? null;
}

export async function insertProject(
  db: Database,
  project: typeof projects.$inferInsert,
  strandIds: readonly string[],
): Promise<void> {
  await db.insert(projects).values(project);
  if (strandIds.length > 0)
    await db.insert(projectStrands).values(strandIds.map((strandId) => ({ projectId: project.id, strandId })));
}

export async function projectStrandIds(db: Database, projectIds: string[]) {
  return db.select().from(projectStrands).where(inArray(projectStrands.projectId, projectIds));
}

import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isStaffSql } from "#db/teams/scope.ts";
import type { ProjectRelations } from "#domain/access/relations.ts";
import { projects } from "./tables.ts";

/**
 * Written out with the table's name: inside a select of one table drizzle leaves the name out, and within a subquery
 * `team_id` alone would mean the subquery's own column, so that a comparison with it would hold for every row.
 */
const ownId = sql.raw("projects.id");

/** A project as one person meets it: the row, and what that person is to it. */
export interface ProjectScope {
  project: typeof projects.$inferSelect;
  who: ProjectRelations;
}

const has = (role: "coach" | "lead", personId: string) => sql<boolean>`exists (
  select 1 from project_people p
  where p.project_id = ${ownId} and p.person_id = ${personId} and p.role = ${role} and p.ended_at is null)`;

const takesPart = (personId: string) => sql<boolean>`exists (
  select 1 from project_teams t join team_members m on m.team_id = t.team_id
  where t.project_id = ${ownId} and t.left_at is null and m.person_id = ${personId} and m.ended_at is null)`;

function scopeQuery(db: Database, personId: string, where: SQL | undefined) {
  return db
    .select({
      project: getTableColumns(projects),
      lead: has("lead", personId).as("lead"),
      coach: has("coach", personId).as("coach"),
      participant: takesPart(personId).as("participant"),
      staff: isStaffSql(personId).as("staff"),
    })
    .from(projects)
    .where(
      and(
        where,
        sql`(${has("lead", personId)} or ${has("coach", personId)} or ${takesPart(personId)} or ${isStaffSql(personId)})`,
      ),
    );
}

type ScopeRow = Awaited<ReturnType<typeof scopeQuery>>[number];

const asScope = ({ project, ...who }: ScopeRow): ProjectScope => ({ project, who });

/** The projects that a person may know of, narrowed by a further condition. */
export async function projectScopesVisibleTo(db: Database, personId: string, where?: SQL): Promise<ProjectScope[]> {
  return (await scopeQuery(db, personId, where)).map(asScope);
}

export async function projectScopeVisibleTo(
  db: Database,
  personId: string,
  projectId: string,
): Promise<ProjectScope | null> {
  const [row] = await scopeQuery(db, personId, eq(projects.id, projectId));
  return row ? asScope(row) : null;
}

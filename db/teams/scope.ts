import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { LEADING_FUNCTIONS } from "#db/people/leading.ts";
import type { TeamRelations } from "#domain/access/relations.ts";
import type { TeamRole } from "#domain/people/words.ts";
import { teams } from "./tables.ts";

/**
 * Written out with the table's name: inside a select of one table drizzle leaves the name out, and within a subquery
 * `team_id` alone would mean the subquery's own column, so that a comparison with it would hold for every row.
 */
const own = { id: sql.raw("teams.id"), organisationId: sql.raw("teams.organisation_id") };

/** A team as one person meets it: the row, and what that person is to it. */
export interface TeamScope {
  team: typeof teams.$inferSelect;
  who: TeamRelations;
}

const leading = sql.raw(LEADING_FUNCTIONS.map((name) => `'${name}'`).join(", "));

const role = (personId: string) => sql<TeamRole | null>`(
  select m.role from team_members m
  where m.team_id = ${own.id} and m.person_id = ${personId} and m.ended_at is null)`;

const leadsSchool = (personId: string) => sql<boolean>`exists (
  select 1 from memberships m
  where m.organisation_id = ${own.organisationId} and m.person_id = ${personId} and m.ended_at is null
    and m.function in (${leading}))`;

const inProjectAs = (projectRole: "coach" | "lead", personId: string) => sql<boolean>`exists (
  select 1 from project_people p join project_teams t on t.project_id = p.project_id
  where t.team_id = ${own.id} and t.left_at is null
    and p.person_id = ${personId} and p.role = ${projectRole} and p.ended_at is null)`;

/** Knowledge-centre staff: the one relation that is to the platform and not to an object. */
export const isStaffSql = (personId: string) => sql<boolean>`exists (
  select 1 from memberships m join organisations o on o.id = m.organisation_id
  where m.person_id = ${personId} and m.ended_at is null and m.function = 'staff' and o.kind = 'knowledge-centre')`;

function scopeQuery(db: Database, personId: string, where: SQL | undefined) {
  return db
    .select({
      team: getTableColumns(teams),
      role: role(personId).as("role"),
      schoolLeader: leadsSchool(personId).as("school_leader"),
      coach: inProjectAs("coach", personId).as("coach"),
      projectLead: inProjectAs("lead", personId).as("project_lead"),
      staff: isStaffSql(personId).as("staff"),
    })
    .from(teams)
    .where(
      and(
        where,
        sql`(${role(personId)} is not null or ${leadsSchool(personId)} or ${inProjectAs("coach", personId)}
          or ${inProjectAs("lead", personId)} or ${isStaffSql(personId)})`,
      ),
    );
}

type ScopeRow = Awaited<ReturnType<typeof scopeQuery>>[number];

const asScope = ({ team, role: teamRole, ...rest }: ScopeRow): TeamScope => ({
  team,
  who: { team: teamRole, ...rest },
});

/** The teams that a person may know of, narrowed by a further condition. */
export async function teamScopesVisibleTo(db: Database, personId: string, where?: SQL): Promise<TeamScope[]> {
  return (await scopeQuery(db, personId, where)).map(asScope);
}

/** The teams that a person is in. Staff may know of every team there is, and are in few. */
export async function ownTeamScopes(db: Database, personId: string): Promise<TeamScope[]> {
  const isIn = sql`${own.id} in (select team_id from team_members where person_id = ${personId} and ended_at is null)`;
  return teamScopesVisibleTo(db, personId, isIn);
}

export async function teamScopeVisibleTo(db: Database, personId: string, teamId: string): Promise<TeamScope | null> {
  const [row] = await scopeQuery(db, personId, eq(teams.id, teamId));
  return row ? asScope(row) : null;
}

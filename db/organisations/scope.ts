import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { LEADING_FUNCTIONS } from "#db/people/leading.ts";
import { isStaffSql } from "#db/teams/scope.ts";
import type { OrganisationRelations } from "#domain/access/relations.ts";
import { organisations } from "./tables.ts";

/**
 * Written out with the table's name: inside a select of one table drizzle leaves the name out, and within a subquery
 * `team_id` alone would mean the subquery's own column, so that a comparison with it would hold for every row.
 */
const ownId = sql.raw("organisations.id");

/** An organisation as one person meets it: the row, and what that person is to it. */
export interface OrganisationScope {
  organisation: typeof organisations.$inferSelect;
  who: OrganisationRelations;
}

const leading = sql.raw(LEADING_FUNCTIONS.map((name) => `'${name}'`).join(", "));

const member = (personId: string, functions: SQL = sql``) => sql<boolean>`exists (
  select 1 from memberships m
  where m.organisation_id = ${ownId} and m.person_id = ${personId} and m.ended_at is null ${functions})`;

function scopeQuery(db: Database, personId: string, where: SQL | undefined) {
  return db
    .select({
      organisation: getTableColumns(organisations),
      leader: member(personId, sql`and m.function in (${leading})`).as("leader"),
      member: member(personId).as("member"),
      staff: isStaffSql(personId).as("staff"),
    })
    .from(organisations)
    .where(and(where, sql`(${member(personId)} or ${isStaffSql(personId)})`));
}

type ScopeRow = Awaited<ReturnType<typeof scopeQuery>>[number];

const asScope = ({ organisation, ...who }: ScopeRow): OrganisationScope => ({ organisation, who });

/** The organisations that a person may know of, narrowed by a further condition. */
export async function organisationScopesVisibleTo(
  db: Database,
  personId: string,
  where?: SQL,
): Promise<OrganisationScope[]> {
  return (await scopeQuery(db, personId, where)).map(asScope);
}

export async function organisationScopeVisibleTo(
  db: Database,
  personId: string,
  organisationId: string,
): Promise<OrganisationScope | null> {
  const [row] = await scopeQuery(db, personId, eq(organisations.id, organisationId));
  return row ? asScope(row) : null;
}

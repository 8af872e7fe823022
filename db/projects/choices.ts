import { and, eq, ilike, isNull, notExists, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { organisations } from "#db/organisations/tables.ts";
import { memberships, people } from "#db/people/tables.ts";
import { teams } from "#db/teams/tables.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { ProjectScope } from "./scope.ts";
import { projectTeams } from "./tables.ts";

/** What somebody looks for, and how many answers at most. */
export interface Wanted {
  /** Every one of them has to be in it; none means whatever there is. */
  words: readonly string[];
  limit: number;
}

const byName = (column: SQLWrapper): SQL => sql`${column} collate "und-x-icu"`;
const holds = (column: Parameters<typeof ilike>[0], word: string): SQL =>
  ilike(column, `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/**
 * People who can sign in, for who may give any of them a role in a project. With the organisations that they belong to,
 * because two people may have the same name; never with an address.
 */
export function peopleToChoose(
  db: Database,
  _permission: Authorized<ProjectScope, "manage">,
  { words, limit }: Wanted,
) {
  const own = and(eq(memberships.personId, people.id), isNull(memberships.endedAt));
  const belongsTo = (word: string) =>
    sql`exists (${db
      .select({ id: memberships.id })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(own, holds(organisations.name, word)))})`;
  const names = db
    .select({ names: sql`string_agg(distinct ${organisations.name}, ', ')` })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(own);
  return db
    .select({ id: people.id, name: people.name, organisations: sql<string | null>`(${names})` })
    .from(people)
    .where(and(isNull(people.disabledAt), ...words.map((word) => or(holds(people.name, word), belongsTo(word)))))
    .orderBy(byName(people.name), people.id)
    .limit(limit);
}

/** Teams that do not take part in this project, with their school. */
export function teamsToChoose(db: Database, { project }: Authorized<ProjectScope, "manage">, { words, limit }: Wanted) {
  const takesPart = db
    .select({ id: projectTeams.id })
    .from(projectTeams)
    .where(and(eq(projectTeams.projectId, project.id), eq(projectTeams.teamId, teams.id), isNull(projectTeams.leftAt)));
  return db
    .select({ id: teams.id, name: teams.name, school: organisations.name })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(
      and(notExists(takesPart), ...words.map((word) => or(holds(teams.name, word), holds(organisations.name, word)))),
    )
    .orderBy(byName(organisations.name), byName(teams.name), teams.id)
    .limit(limit);
}

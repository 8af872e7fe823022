import { and, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { LEADING_FUNCTIONS } from "#db/people/leading.ts";
import type { CycleFacts, CycleRelations, DocumentFacts } from "#domain/access/relations.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { TeamRole } from "#domain/people/words.ts";
import { cycles, phaseDocuments } from "./tables.ts";

/**
 * Written out with the table's name: inside a select of one table drizzle leaves the name out, and within a subquery
 * `team_id` alone would mean the subquery's own column, so that a comparison with it would hold for every row.
 */
const own = {
  id: sql.raw("cycles.id"),
  teamId: sql.raw("cycles.team_id"),
  projectId: sql.raw("cycles.project_id"),
};

/**
 * A cycle as one person meets it: the row, where it is in the loop, and what that person is to it. The policies need
 * nothing else, and every finder of cycles goes through here, so visibility is part of the query.
 */
export interface CycleScope extends CycleFacts {
  cycle: typeof cycles.$inferSelect;
  stage: Stage;
  who: CycleRelations;
}

const leading = sql.raw(LEADING_FUNCTIONS.map((name) => `'${name}'`).join(", "));

const teamRole = (personId: string) => sql<TeamRole | null>`(
  select role from team_members m
  where m.team_id = ${own.teamId} and m.person_id = ${personId} and m.ended_at is null)`;

const leadsSchool = (personId: string) => sql<boolean>`exists (
  select 1 from memberships m join teams t on t.organisation_id = m.organisation_id
  where t.id = ${own.teamId} and m.person_id = ${personId} and m.ended_at is null and m.function in (${leading}))`;

const inProjectAs = (role: "coach" | "lead", personId: string) => sql<boolean>`exists (
  select 1 from project_people p join project_teams t on t.project_id = p.project_id
  where p.project_id = ${own.projectId} and p.person_id = ${personId} and p.role = ${role} and p.ended_at is null
    and t.team_id = ${own.teamId} and t.left_at is null)`;

export const currentStage = sql<Stage>`(
  select to_stage from phase_entries e where e.cycle_id = ${own.id} order by e.ordinal desc limit 1)`;

/** The cycles that could concern a person at all; keeps the relations below from being asked of every cycle there is. */
const withinReach = (personId: string): SQL => sql`(
  ${own.teamId} in (select team_id from team_members where person_id = ${personId} and ended_at is null)
  or ${own.teamId} in (
    select t.id from teams t join memberships m on m.organisation_id = t.organisation_id
    where m.person_id = ${personId} and m.ended_at is null and m.function in (${leading}))
  or (${own.projectId}, ${own.teamId}) in (
    select t.project_id, t.team_id from project_teams t join project_people p on p.project_id = t.project_id
    where p.person_id = ${personId} and p.ended_at is null and t.left_at is null))`;

function scopeQuery(db: Database, personId: string, where: SQL | undefined) {
  return db
    .select({
      cycle: getTableColumns(cycles),
      stage: currentStage.as("stage"),
      team: teamRole(personId).as("team"),
      schoolLeader: leadsSchool(personId).as("school_leader"),
      coach: inProjectAs("coach", personId).as("coach"),
      projectLead: inProjectAs("lead", personId).as("project_lead"),
    })
    .from(cycles)
    .where(and(isNull(cycles.discardedAt), withinReach(personId), where));
}

type ScopeRow = Awaited<ReturnType<typeof scopeQuery>>[number];

const asScope = ({ cycle, stage, ...who }: ScopeRow): CycleScope => ({
  cycle,
  stage,
  who,
  cardsAudience: cycle.cardsAudience,
  closed: cycle.closedAt !== null,
});

/** The cycles a person may know of, narrowed by a further condition; newest first is the caller's business. */
export async function cycleScopesVisibleTo(db: Database, personId: string, where?: SQL): Promise<CycleScope[]> {
  return (await scopeQuery(db, personId, where)).map(asScope);
}

export async function cycleScopeVisibleTo(db: Database, personId: string, cycleId: string): Promise<CycleScope | null> {
  const [row] = await scopeQuery(db, personId, eq(cycles.id, cycleId));
  return row ? asScope(row) : null;
}

/** The same, with the row locked until the transaction ends: two writers of one cycle go one after the other. */
export async function lockCycleScope(db: Database, personId: string, cycleId: string): Promise<CycleScope | null> {
  await db.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, cycleId)).for("update");
  return cycleScopeVisibleTo(db, personId, cycleId);
}

export interface DocumentScope extends CycleScope {
  document: DocumentFacts & { id: string; stage: Stage };
}

/** A live document with the cycle it belongs to. It does not yet say that the person may read it: the policy does. */
export async function documentScopeVisibleTo(
  db: Database,
  personId: string,
  documentId: string,
): Promise<DocumentScope | null> {
  const [document] = await db.select().from(phaseDocuments).where(eq(phaseDocuments.documentId, documentId));
  if (!document) return null;
  const scope = await cycleScopeVisibleTo(db, personId, document.cycleId);
  const { stage, audience, sharedAt } = document;
  return scope && { ...scope, document: { id: documentId, stage, audience, sharedAt } };
}

/** Where a live document belongs, whoever asks and also when the cycle is in the bin: for what the system records. */
export async function documentPlaceUnscoped(
  db: Database,
  documentId: string,
): Promise<{ cycle: CycleScope["cycle"]; stage: Stage } | null> {
  const [place] = await db
    .select({ cycle: getTableColumns(cycles), stage: phaseDocuments.stage })
    .from(phaseDocuments)
    .innerJoin(cycles, eq(cycles.id, phaseDocuments.cycleId))
    .where(eq(phaseDocuments.documentId, documentId));
  return place ?? null;
}

/** The cycles of a project that a person may know of. */
export function cycleScopesInProject(db: Database, personId: string, projectId: string): Promise<CycleScope[]> {
  return cycleScopesVisibleTo(db, personId, eq(cycles.projectId, projectId));
}

import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { visits } from "./tables.ts";

export type VisitRow = typeof visits.$inferSelect;

export async function insertVisit(db: Database, visit: typeof visits.$inferInsert): Promise<void> {
  await db.insert(visits).values(visit);
}

/** A visit of this coach, locked; somebody else's visit is not there. */
export async function ownVisit(db: Database, coachId: string, visitId: string): Promise<VisitRow | null> {
  const [visit] = await db
    .select()
    .from(visits)
    .where(and(eq(visits.id, visitId), eq(visits.coachId, coachId), isNull(visits.cancelledAt)))
    .for("update");
  return visit ?? null;
}

/** The same for reading. */
export async function visitOfCoach(db: Database, coachId: string, visitId: string): Promise<VisitRow | null> {
  const [visit] = await db
    .select()
    .from(visits)
    .where(and(eq(visits.id, visitId), eq(visits.coachId, coachId), isNull(visits.cancelledAt)));
  return visit ?? null;
}

export async function updateVisit(
  db: Database,
  visitId: string,
  change: Partial<Pick<VisitRow, "heldAt" | "cancelledAt" | "notesToSelf" | "notesToTeam">>,
): Promise<void> {
  await db.update(visits).set(change).where(eq(visits.id, visitId));
}

/** When the coach of a visit was last at that team before it; null for a first time. */
export async function heldBefore(
  db: Database,
  { coachId, teamId, startsAt }: Pick<VisitRow, "coachId" | "teamId" | "startsAt">,
): Promise<Date | null> {
  const [earlier] = await db
    .select({ heldAt: visits.heldAt })
    .from(visits)
    .where(
      and(
        eq(visits.coachId, coachId),
        eq(visits.teamId, teamId),
        lt(visits.startsAt, startsAt),
        isNotNull(visits.heldAt),
        isNull(visits.cancelledAt),
      ),
    )
    .orderBy(desc(visits.startsAt))
    .limit(1);
  return earlier?.heldAt ?? null;
}

/** A coach's visits from a moment on, the nearest first. */
export function visitsOfCoachSince(db: Database, coachId: string, since: Date) {
  return db
    .select()
    .from(visits)
    .where(and(eq(visits.coachId, coachId), gte(visits.startsAt, since), isNull(visits.cancelledAt)))
    .orderBy(asc(visits.startsAt));
}

/** All visits to these teams, newest first. The caller decides who may read which notes. */
export function visitsToTeams(db: Database, teamIds: string[]) {
  return db
    .select()
    .from(visits)
    .where(and(inArray(visits.teamId, teamIds), isNull(visits.cancelledAt)))
    .orderBy(desc(visits.startsAt));
}

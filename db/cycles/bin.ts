import { and, asc, desc, eq, gt, inArray, like, lte, notLike, or } from "drizzle-orm";
import { events } from "#db/activity/tables.ts";
import { cards, comments, threads } from "#db/cards/tables.ts";
import type { Database } from "#db/client.ts";
import { visits } from "#db/coaching/tables.ts";
import { documents } from "#db/documents/tables.ts";
import type { TeamScope } from "#db/teams/scope.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { binBegins, binEnds } from "#domain/cycles/bin.ts";
import {
  cycleStrands,
  cycles,
  cycleVisits,
  meetingDecisions,
  meetings,
  phaseDocuments,
  phaseEntries,
} from "./tables.ts";

type CycleRow = typeof cycles.$inferSelect;

/** The cycles of these teams that can still be brought back, the newest in the bin first, with until when. */
export async function binnedCyclesOf(db: Database, teamIds: readonly string[], now: Date) {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({ id: cycles.id, teamId: cycles.teamId, title: cycles.title, discardedAt: cycles.discardedAt })
    .from(cycles)
    .where(and(inArray(cycles.teamId, [...teamIds]), gt(cycles.discardedAt, binBegins(now))))
    .orderBy(desc(cycles.discardedAt));
  return rows.flatMap(({ discardedAt, ...cycle }) => (discardedAt ? [{ ...cycle, until: binEnds(discardedAt) }] : []));
}

/** A cycle of this team with its row locked, whether in the bin or not; null when the team has no such cycle. */
export async function lockCycleOfTeam(
  db: Database,
  { team }: Authorized<TeamScope, "restoreCycle">,
  cycleId: string,
): Promise<CycleRow | null> {
  const ofTeam = and(eq(cycles.id, cycleId), eq(cycles.teamId, team.id));
  const [cycle] = await db.select().from(cycles).where(ofTeam).for("update");
  return cycle ?? null;
}

export async function restoreCycleRow(
  db: Database,
  _team: Authorized<TeamScope, "restoreCycle">,
  cycleId: string,
): Promise<void> {
  await db.update(cycles).set({ discardedAt: null, discardedBy: null }).where(eq(cycles.id, cycleId));
}

const isOver = (now: Date) => lte(cycles.discardedAt, binBegins(now));

export async function overdueCycleIds(db: Database, now: Date): Promise<string[]> {
  const rows = await db.select({ id: cycles.id }).from(cycles).where(isOver(now)).orderBy(asc(cycles.discardedAt));
  return rows.map(({ id }) => id);
}

/** Locks a cycle that is over; null when another node has it in hand, or did it already. */
export async function lockOverdueCycle(db: Database, cycleId: string, now: Date): Promise<CycleRow | null> {
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.id, cycleId), isOver(now)))
    .for("update", { skipLocked: true });
  return cycle ?? null;
}

/**
 * Deletes a cycle with all that is in it: texts with their versions, cards, conversations, meetings, and what was
 * recorded about them, which repeats their words. What is not the cycle's own stays and lets go of it: the visits of a
 * coach, and a cycle that began as a follow-up of this one.
 */
export async function deleteCycle(db: Database, cycleId: string): Promise<void> {
  const ofVisits = like(events.type, "visit.%");
  const ownThreads = db.select({ id: threads.id }).from(threads).where(eq(threads.cycleId, cycleId));
  const ownCards = db.select({ id: cards.id }).from(cards).where(eq(cards.cycleId, cycleId));
  const ownMeetings = db.select({ id: meetings.id }).from(meetings).where(eq(meetings.cycleId, cycleId));
  const ownDocuments = db
    .select({ id: phaseDocuments.documentId })
    .from(phaseDocuments)
    .where(eq(phaseDocuments.cycleId, cycleId));

  await db.update(cycles).set({ parentId: null }).where(eq(cycles.parentId, cycleId));
  await db.update(visits).set({ cycleId: null }).where(eq(visits.cycleId, cycleId));
  await db
    .update(events)
    .set({ cycleId: null })
    .where(and(eq(events.cycleId, cycleId), ofVisits));
  const aboutIt = or(
    eq(events.cycleId, cycleId),
    inArray(events.documentId, ownDocuments),
    inArray(events.cardId, ownCards),
  );
  await db.delete(events).where(and(aboutIt, notLike(events.type, "visit.%")));

  await db.delete(comments).where(inArray(comments.threadId, ownThreads));
  await db.delete(threads).where(eq(threads.cycleId, cycleId));
  await db.delete(cards).where(eq(cards.cycleId, cycleId));
  await db.delete(meetingDecisions).where(inArray(meetingDecisions.meetingId, ownMeetings));
  for (const table of [meetings, cycleStrands, cycleVisits, phaseEntries])
    await db.delete(table).where(eq(table.cycleId, cycleId));
  const gone = await db
    .delete(phaseDocuments)
    .where(eq(phaseDocuments.cycleId, cycleId))
    .returning({ id: phaseDocuments.documentId });
  const documentIds = gone.map(({ id }) => id);
  await db.delete(documents).where(inArray(documents.id, documentIds));
  await db.delete(cycles).where(eq(cycles.id, cycleId));
}

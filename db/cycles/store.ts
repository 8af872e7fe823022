import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { Audience } from "#domain/cycles/words.ts";
import type { CycleScope } from "./scope.ts";
import { cycleStrands, cycles, cycleVisits, meetings, phaseDocuments, phaseEntries } from "./tables.ts";

export type NewCycle = typeof cycles.$inferInsert;

/** @returns false when a cycle with this id exists already, so that a form sent twice starts one cycle. */
export async function insertCycle(db: Database, cycle: NewCycle): Promise<boolean> {
  const added = await db
    .insert(cycles)
    .values(cycle)
    .onConflictDoNothing({ target: cycles.id })
    .returning({ id: cycles.id });
  return added.length === 1;
}

/** Changes the descriptive fields when nobody else did since `version`. @returns false when somebody did. */
export async function updateCycle(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  version: number,
  change: Partial<Pick<NewCycle, "title" | "need" | "needOwner" | "targetGroup" | "carePhase" | "themeId" | "endsOn">>,
): Promise<boolean> {
  const changed = await db
    .update(cycles)
    .set({ ...change, version: sql`${cycles.version} + 1` })
    .where(and(eq(cycles.id, cycle.id), eq(cycles.version, version)))
    .returning({ id: cycles.id });
  return changed.length === 1;
}

export async function setCardsAudience(
  db: Database,
  { cycle }: Authorized<CycleScope, "share">,
  cardsAudience: Audience,
): Promise<void> {
  await db.update(cycles).set({ cardsAudience }).where(eq(cycles.id, cycle.id));
}

export async function closeCycleRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "close">,
  closed: { at: Date; by: string | null },
): Promise<void> {
  await db.update(cycles).set({ closedAt: closed.at, closedBy: closed.by }).where(eq(cycles.id, cycle.id));
}

export async function reopenCycleRow(db: Database, { cycle }: Authorized<CycleScope, "reopen">): Promise<void> {
  await db.update(cycles).set({ closedAt: null, closedBy: null }).where(eq(cycles.id, cycle.id));
}

export async function discardCycleRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "discard">,
  discarded: { at: Date; by: string | null },
): Promise<void> {
  await db.update(cycles).set({ discardedAt: discarded.at, discardedBy: discarded.by }).where(eq(cycles.id, cycle.id));
}

/** Adds a move. The unique (cycle, ordinal) makes the second of two moves at once fail instead of lying about order. */
export async function insertPhaseEntry(
  db: Database,
  entry: Omit<typeof phaseEntries.$inferInsert, "ordinal">,
): Promise<void> {
  const ordinal = sql`(select coalesce(max(ordinal), 0) + 1 from phase_entries where cycle_id = ${entry.cycleId})`;
  await db.insert(phaseEntries).values({ ...entry, ordinal: ordinal as unknown as number });
}

export function phaseEntriesOf(db: Database, cycleIds: string[]) {
  return db
    .select()
    .from(phaseEntries)
    .where(inArray(phaseEntries.cycleId, cycleIds))
    .orderBy(asc(phaseEntries.cycleId), asc(phaseEntries.ordinal));
}

/** The live document of one stage of a cycle. */
export async function phaseDocumentOf(db: Database, cycleId: string, stage: Stage) {
  const [document] = await db
    .select()
    .from(phaseDocuments)
    .where(and(eq(phaseDocuments.cycleId, cycleId), eq(phaseDocuments.stage, stage)));
  return document ?? null;
}

export async function insertPhaseDocument(db: Database, document: typeof phaseDocuments.$inferInsert): Promise<void> {
  await db.insert(phaseDocuments).values(document);
}

export function phaseDocumentsOf(db: Database, cycleIds: string[]) {
  return db.select().from(phaseDocuments).where(inArray(phaseDocuments.cycleId, cycleIds));
}

/** @returns the document whose audience changed, or null when it was so already. */
export async function setDocumentAudience(
  db: Database,
  { cycle }: Authorized<CycleScope, "share">,
  stage: Stage,
  audience: Audience,
  at: Date,
): Promise<string | null> {
  const [changed] = await db
    .update(phaseDocuments)
    .set({ audience, sharedAt: audience === "coach" ? at : null })
    .where(
      and(
        eq(phaseDocuments.cycleId, cycle.id),
        eq(phaseDocuments.stage, stage),
        sql`${phaseDocuments.audience} <> ${audience}`,
      ),
    )
    .returning({ documentId: phaseDocuments.documentId });
  return changed?.documentId ?? null;
}

export function strandLinksOf(db: Database, cycleIds: string[]) {
  return db
    .select()
    .from(cycleStrands)
    .where(inArray(cycleStrands.cycleId, cycleIds))
    .orderBy(asc(cycleStrands.linkedAt));
}

/** @returns false when the strand was linked already, so that a double click records nothing. */
export async function linkStrandRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  link: { strandId: string; why?: string; linkedAt: Date; linkedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insert(cycleStrands)
    .values({ cycleId: cycle.id, ...link })
    .onConflictDoNothing()
    .returning({ strandId: cycleStrands.strandId });
  return added.length === 1;
}

/** @returns the line that stood there before, or null when the strand is not linked. */
export async function explainStrandRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  strandId: string,
  why: string,
): Promise<string | null> {
  const linked = and(eq(cycleStrands.cycleId, cycle.id), eq(cycleStrands.strandId, strandId));
  const [link] = await db.select({ why: cycleStrands.why }).from(cycleStrands).where(linked);
  if (link && link.why !== why) await db.update(cycleStrands).set({ why }).where(linked);
  return link?.why ?? null;
}

export async function unlinkStrandRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  strandId: string,
): Promise<boolean> {
  const gone = await db
    .delete(cycleStrands)
    .where(and(eq(cycleStrands.cycleId, cycle.id), eq(cycleStrands.strandId, strandId)))
    .returning({ strandId: cycleStrands.strandId });
  return gone.length === 1;
}

export async function insertMeeting(db: Database, meeting: typeof meetings.$inferInsert): Promise<void> {
  await db.insert(meetings).values(meeting);
}

export async function cancelMeetingRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "planMeeting">,
  meetingId: string,
  cancelled: { at: Date; by: string | null },
): Promise<boolean> {
  const gone = await db
    .update(meetings)
    .set({ cancelledAt: cancelled.at, cancelledBy: cancelled.by })
    .where(and(eq(meetings.id, meetingId), eq(meetings.cycleId, cycle.id), isNull(meetings.cancelledAt)))
    .returning({ id: meetings.id });
  return gone.length === 1;
}

export function meetingsOf(db: Database, cycleIds: string[]) {
  return db
    .select()
    .from(meetings)
    .where(and(inArray(meetings.cycleId, cycleIds), isNull(meetings.cancelledAt)))
    .orderBy(desc(meetings.startsAt));
}

/** Looks within this time of each other are one sitting: what was new at its beginning stays marked as new. */
const SITTING_MINUTES = 30;

/** Notes that a person looks at a cycle. @returns when they looked before this sitting, or null for a first time. */
export async function noteVisit(db: Database, cycleId: string, personId: string, now: Date): Promise<Date | null> {
  const sittingBegan = new Date(now.getTime() - SITTING_MINUTES * 60_000);
  const [visit] = await db
    .insert(cycleVisits)
    .values({ cycleId, personId, at: now })
    .onConflictDoUpdate({
      target: [cycleVisits.cycleId, cycleVisits.personId],
      set: {
        at: now,
        previousAt: sql`case when ${cycleVisits.at} < ${sittingBegan.toISOString()}::timestamptz then ${cycleVisits.at} else ${cycleVisits.previousAt} end`,
      },
    })
    .returning({ previousAt: cycleVisits.previousAt });
  return visit?.previousAt ?? null;
}

/** When a person last looked at each of these cycles. */
export async function lastVisitsOf(db: Database, personId: string, cycleIds: string[]): Promise<Map<string, Date>> {
  const rows = await db
    .select({ cycleId: cycleVisits.cycleId, at: cycleVisits.at })
    .from(cycleVisits)
    .where(and(eq(cycleVisits.personId, personId), inArray(cycleVisits.cycleId, cycleIds)));
  return new Map(rows.map((row) => [row.cycleId, row.at]));
}

import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { CycleScope } from "./scope.ts";
import { meetingDecisions, meetings } from "./tables.ts";

/** A meeting of this cycle that was not called off. */
export async function meetingOfCycle(db: Database, { cycle }: CycleScope, meetingId: string) {
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.cycleId, cycle.id), isNull(meetings.cancelledAt)));
  return meeting ?? null;
}

/** @returns false when the meeting has this decision already. */
export async function insertDecision(
  db: Database,
  _permission: Authorized<CycleScope, "planMeeting">,
  decision: typeof meetingDecisions.$inferInsert,
): Promise<boolean> {
  const added = await db
    .insert(meetingDecisions)
    .values(decision)
    .onConflictDoNothing()
    .returning({ id: meetingDecisions.id });
  return added.length === 1;
}

/** @returns false when this cycle has no such line. */
export async function strikeDecisionRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "planMeeting">,
  decisionId: string,
  struck: { at: Date; by: string | null },
): Promise<boolean> {
  const ofThisCycle = db.select({ id: meetings.id }).from(meetings).where(eq(meetings.cycleId, cycle.id));
  const gone = await db
    .update(meetingDecisions)
    .set({ struckAt: struck.at, struckBy: struck.by })
    .where(
      and(
        eq(meetingDecisions.id, decisionId),
        isNull(meetingDecisions.struckAt),
        inArray(meetingDecisions.meetingId, ofThisCycle),
      ),
    )
    .returning({ id: meetingDecisions.id });
  return gone.length === 1;
}

/** What the meetings of a cycle decided, in the order in which it fell. */
export function decisionsOf(db: Database, cycleId: string) {
  return db
    .select({
      id: meetingDecisions.id,
      meetingId: meetingDecisions.meetingId,
      what: meetingDecisions.what,
      who: meetingDecisions.who,
      dueOn: meetingDecisions.dueOn,
    })
    .from(meetingDecisions)
    .innerJoin(meetings, eq(meetings.id, meetingDecisions.meetingId))
    .where(and(eq(meetings.cycleId, cycleId), isNull(meetingDecisions.struckAt)))
    .orderBy(asc(meetingDecisions.notedAt), asc(meetingDecisions.id));
}

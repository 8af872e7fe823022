import * as z from "zod";
import { insertDecision, meetingOfCycle, strikeDecisionRow } from "#db/cycles/decisions.ts";
import { isId, newId } from "#db/ids.ts";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { optionalDay, optionalText, parse, type Raw, requiredText } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const noteInput = z.object({
  cycleId: z.string(),
  meetingId: z.string(),
  what: requiredText(CYCLE_LIMITS.decision),
  who: optionalText(CYCLE_LIMITS.decisionWho),
  dueOn: optionalDay,
});

/**
 * Notes what a meeting decided, in one line. The event names the meeting and not the words: the activity list is read
 * further than the cards are (rule AC4), and a decision is the team's own work.
 */
export async function noteDecision(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, meetingId, ...decision } = parse(noteInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "planMeeting");
    const meeting = isId(meetingId) ? await meetingOfCycle(tx.db, scope, meetingId) : null;
    if (!meeting) throw notFound();
    const row = { id: newId(), meetingId, ...decision, notedAt: tx.clock(), notedBy: actorId(tx) };
    if (!(await insertDecision(tx.db, scope, row))) return;
    tx.record({
      type: "cycle.decision-noted",
      ...aboutCycle(scope),
      data: { startsAt: meeting.startsAt.toISOString() },
    });
    announceCycle(tx, scope);
  });
}

/** Strikes a decision that was noted by mistake. */
export async function strikeDecision(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, decisionId } = parse(z.object({ cycleId: z.string(), decisionId: z.string() }), raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "planMeeting");
    const struck = { at: tx.clock(), by: actorId(tx) };
    if (!isId(decisionId) || !(await strikeDecisionRow(tx.db, scope, decisionId, struck))) throw notFound();
    tx.record({ type: "cycle.decision-struck", ...aboutCycle(scope) });
    announceCycle(tx, scope);
  });
}

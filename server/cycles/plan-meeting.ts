import * as z from "zod";
import { cancelMeetingRow, insertMeeting, meetingsOf } from "#db/cycles/store.ts";
import { isId, newId } from "#db/ids.ts";
import { momentAt } from "#domain/calendar/brussels.ts";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { optionalText, parse, type Raw, requiredMoment } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const planInput = z.object({
  cycleId: z.string(),
  startsAt: requiredMoment,
  purpose: optionalText(CYCLE_LIMITS.meetingPurpose),
});

/** Names the next meeting of a team about its cycle. The time is Brussels time. */
export async function planMeeting(ctx: Context, raw: Raw): Promise<{ meetingId: string }> {
  const { cycleId, startsAt, purpose } = parse(planInput, raw);
  return transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "planMeeting");
    const moment = momentAt(startsAt);
    // The same form sent twice plans one meeting; the cycle is locked, so the first one's stands here by now.
    const twin = (await meetingsOf(tx.db, [cycleId])).find(
      (planned) => planned.startsAt.getTime() === moment.getTime() && planned.purpose === purpose,
    );
    if (twin) return { meetingId: twin.id };
    const meeting = { id: newId(), cycleId, startsAt: moment, purpose };
    await insertMeeting(tx.db, { ...meeting, plannedAt: tx.clock(), plannedBy: actorId(tx) });
    tx.record({
      type: "cycle.meeting-planned",
      ...aboutCycle(scope),
      data: { startsAt: meeting.startsAt.toISOString(), purpose },
    });
    announceCycle(tx, scope);
    return { meetingId: meeting.id };
  });
}

export async function cancelMeeting(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, meetingId } = parse(z.object({ cycleId: z.string(), meetingId: z.string() }), raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "planMeeting");
    const cancelled = { at: tx.clock(), by: actorId(tx) };
    if (!isId(meetingId) || !(await cancelMeetingRow(tx.db, scope, meetingId, cancelled))) throw notFound();
    tx.record({ type: "cycle.meeting-cancelled", ...aboutCycle(scope) });
    announceCycle(tx, scope);
  });
}

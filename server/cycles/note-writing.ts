import { wroteSince } from "#db/activity/readings.ts";
import { documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { actingPerson, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "./announce.ts";

/** Writing again within this time belongs to the same sitting and makes no new line in the activity list. */
const SITTING_MINUTES = 60;

/** Notes that somebody wrote in a live document: one line for a sitting, never what was written. */
export async function noteWriting(ctx: Context, documentId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const personId = actingPerson(tx);
    const scope = await documentScopeVisibleTo(tx.db, personId, documentId);
    const since = new Date(tx.clock().getTime() - SITTING_MINUTES * 60_000);
    if (!scope || (await wroteSince(tx.db, { cycleId: scope.cycle.id, documentId }, personId, since))) return;
    tx.record({ type: "document.written", ...aboutCycle(scope), documentId, data: { stage: scope.document.stage } });
    announceCycle(tx, scope);
  });
}

import * as z from "zod";
import { closeCycleRow, discardCycleRow, phaseDocumentsOf, reopenCycleRow } from "#db/cycles/store.ts";
import { actorId, type Context, transact, type Writing } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { aboutCycle, announceBinned, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const input = z.object({ cycleId: z.string() });

/** Closes a cycle: it stays readable, and nobody writes in it until it is reopened. */
export async function closeCycle(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "close");
    await closeCycleRow(tx.db, scope, { at: tx.clock(), by: actorId(tx) });
    tx.record({ type: "cycle.closed", ...aboutCycle(scope) });
    announceCycle(tx, scope);
    await recheckDocuments(tx, cycleId);
  });
}

export async function reopenCycle(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "reopen");
    await reopenCycleRow(tx.db, scope);
    tx.record({ type: "cycle.reopened", ...aboutCycle(scope) });
    announceCycle(tx, scope);
    await recheckDocuments(tx, cycleId);
  });
}

/** Takes a cycle off everybody's screens. For 30 days `restoreCycle` brings it back as it was; then `emptyBin` deletes it. */
export async function discardCycle(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "discard");
    await discardCycleRow(tx.db, scope, { at: tx.clock(), by: actorId(tx) });
    tx.record({ type: "cycle.discarded", ...aboutCycle(scope) });
    announceBinned(tx, scope);
    await recheckDocuments(tx, cycleId);
  });
}

async function recheckDocuments(tx: Writing, cycleId: string): Promise<void> {
  const documents = await phaseDocumentsOf(tx.db, [cycleId]);
  for (const { documentId } of documents) tx.recheck({ documentId });
}

import * as z from "zod";
import { explainStrandRow, linkStrandRow, unlinkStrandRow } from "#db/cycles/store.ts";
import { isStrand } from "#db/toolkit/store.ts";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { invalid, notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { optionalText, parse, type Raw, requiredText } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const input = z.object({ cycleId: z.string(), strandId: requiredText(60) });
const withWhy = input.extend({ why: optionalText(CYCLE_LIMITS.strandWhy) });

/** Links a strand of the toolkit to a cycle, with one line of why for who wants to; linking it again changes nothing. */
export async function linkStrand(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, strandId, why } = parse(withWhy, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    if (!(await isStrand(tx.db, strandId))) throw invalid({ strandId: "unknown-choice" });
    const link = { strandId, why, linkedAt: tx.clock(), linkedBy: actorId(tx) };
    if (!(await linkStrandRow(tx.db, scope, link))) return;
    tx.record({ type: "cycle.strand-linked", ...aboutCycle(scope), data: { strandId, why } });
    announceCycle(tx, scope, ["strand", strandId]);
  });
}

/** Says in one line why a linked strand was chosen, or says it otherwise. Colleagues who come later start from it. */
export async function explainStrand(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, strandId, why } = parse(withWhy, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    const before = await explainStrandRow(tx.db, scope, strandId, why);
    if (before === null) throw notFound();
    if (before === why) return;
    tx.record({ type: "cycle.strand-explained", ...aboutCycle(scope), data: { strandId, why } });
    announceCycle(tx, scope);
  });
}

export async function unlinkStrand(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, strandId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    if (!(await unlinkStrandRow(tx.db, scope, strandId))) return;
    tx.record({ type: "cycle.strand-unlinked", ...aboutCycle(scope), data: { strandId } });
    announceCycle(tx, scope, ["strand", strandId]);
  });
}

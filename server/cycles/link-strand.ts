import * as z from "zod";
import { linkStrandRow, unlinkStrandRow } from "#db/cycles/store.ts";
import { isStrand } from "#db/toolkit/store.ts";
import { invalid } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { parse, type Raw, requiredText } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const input = z.object({ cycleId: z.string(), strandId: requiredText(60) });

/** Links a strand of the toolkit to a cycle; linking it again changes nothing. */
export async function linkStrand(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, strandId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    if (!(await isStrand(tx.db, strandId))) throw invalid({ strandId: "unknown-choice" });
    const link = { strandId, linkedAt: tx.clock(), linkedBy: actorId(tx) };
    if (!(await linkStrandRow(tx.db, scope, link))) return;
    tx.record({ type: "cycle.strand-linked", ...aboutCycle(scope), data: { strandId } });
    announceCycle(tx, scope, ["strand", strandId]);
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

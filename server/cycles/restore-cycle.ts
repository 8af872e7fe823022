import * as z from "zod";
import { lockCycleOfTeam, restoreCycleRow } from "#db/cycles/bin.ts";
import { isId } from "#db/ids.ts";
import { binEnds } from "#domain/cycles/bin.ts";
import { notFound } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { loadTeam } from "#server/teams/index.ts";
import { aboutCycle, announceBinned } from "./announce.ts";

const input = z.object({ teamId: z.string(), cycleId: z.string() });

/** Brings a cycle of this team back from the bin, as it was. One that is back already stays as it is. */
export async function restoreCycle(ctx: Context, raw: Raw): Promise<void> {
  const { teamId, cycleId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const team = await loadTeam(tx, teamId, "restoreCycle");
    const cycle = isId(cycleId) ? await lockCycleOfTeam(tx.db, team, cycleId) : null;
    if (!cycle) throw notFound();
    if (!cycle.discardedAt) return;
    if (binEnds(cycle.discardedAt) <= tx.clock()) throw notFound();
    await restoreCycleRow(tx.db, team, cycleId);
    tx.record({ type: "cycle.restored", ...aboutCycle({ cycle }) });
    announceBinned(tx, { cycle });
  });
}

import { deleteCycle, lockOverdueCycle, overdueCycleIds } from "#db/cycles/bin.ts";
import { transact } from "#server/context.ts";
import type { Services } from "#server/services.ts";
import { announceBinned } from "./announce.ts";

/** Deletes for good what was discarded 30 days ago. One cycle that cannot be deleted does not keep the others. */
export async function emptyBin(services: Services): Promise<void> {
  const now = services.clock();
  for (const cycleId of await overdueCycleIds(services.db, now))
    await transact({ ...services, actor: { kind: "system" } }, async (tx) => {
      const cycle = await lockOverdueCycle(tx.db, cycleId, now);
      if (!cycle) return;
      await deleteCycle(tx.db, cycleId);
      const { teamId, projectId, discardedAt, discardedBy } = cycle;
      tx.record({ type: "cycle.deleted", teamId, projectId, data: { discardedAt, discardedBy } });
      announceBinned(tx, { cycle });
    }).catch((error: unknown) => services.log.error({ err: error, cycleId }, "a cycle could not leave the bin"));
}

import { documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { lockUnnotedRemovals, setNoted } from "#db/documents/removals.ts";
import { transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import type { Services } from "#server/services.ts";

/**
 * Records the large removals that were found in the logs, one event each, in the name of who did it. A row waits until
 * its event is recorded, in the same transaction, so a node that dies in between leaves it to the next.
 */
export async function noteRemovals(services: Services): Promise<void> {
  const waiting = await services.db.transaction((db) => lockUnnotedRemovals(db));
  for (const { versionId, removedBy } of waiting)
    await transact({ ...services, actor: { kind: "person", id: removedBy } }, async (tx) => {
      const removal = (await lockUnnotedRemovals(tx.db)).find((each) => each.versionId === versionId);
      if (!removal) return;
      await setNoted(tx.db, [versionId], tx.clock());
      const scope = await documentScopeVisibleTo(tx.db, removedBy, removal.documentId);
      if (!scope) return;
      const { id: documentId, stage } = scope.document;
      tx.record({ type: "document.text-removed", ...aboutCycle(scope), documentId, data: { stage, versionId } });
      announceCycle(tx, scope);
    });
}

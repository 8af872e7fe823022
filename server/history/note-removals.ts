import { documentPlaceUnscoped } from "#db/cycles/scope.ts";
import { lockUnnotedRemovals, setNoted } from "#db/documents/removals.ts";
import { transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import type { Services } from "#server/services.ts";

/**
 * Records the large removals that were found in the logs, one event each, in the name of who did it. A row waits until
 * its event is recorded, in the same transaction, so a node that dies in between leaves it to the next. The place is looked
 * up unscoped: who wipes a text and is then taken out of the team took it away all the same (T19).
 */
export async function noteRemovals(services: Services): Promise<void> {
  const waiting = await services.db.transaction((db) => lockUnnotedRemovals(db));
  for (const { versionId, removedBy } of waiting)
    await transact({ ...services, actor: { kind: "person", id: removedBy } }, async (tx) => {
      const removal = (await lockUnnotedRemovals(tx.db)).find((each) => each.versionId === versionId);
      if (!removal) return;
      await setNoted(tx.db, [versionId], tx.clock());
      const { documentId } = removal;
      const place = await documentPlaceUnscoped(tx.db, documentId);
      if (!place) return;
      const { stage } = place;
      tx.record({ type: "document.text-removed", ...aboutCycle(place), documentId, data: { stage, versionId } });
      announceCycle(tx, place);
    });
}

import { deleteCard, lockOverdueCard, overdueCardIds } from "#db/cards/bin.ts";
import { transact } from "#server/context.ts";
import { announceCycle } from "#server/cycles/index.ts";
import type { Services } from "#server/services.ts";

/** Deletes for good what was taken away 30 days ago. One card that cannot be deleted does not keep the others. */
export async function emptyCardBin(services: Services): Promise<void> {
  const now = services.clock();
  for (const cardId of await overdueCardIds(services.db, now))
    await transact({ ...services, actor: { kind: "system" } }, async (tx) => {
      const over = await lockOverdueCard(tx.db, cardId, now);
      if (!over) return;
      const { card, cycle } = over;
      await deleteCard(tx.db, cardId);
      const { teamId, projectId } = cycle;
      const { kind, discardedAt, discardedBy } = card;
      // Not about the cycle: a team in which nothing else happens is quiet (product §6).
      tx.record({ type: "card.deleted", teamId, projectId, data: { kind, discardedAt, discardedBy } });
      announceCycle(tx, { cycle });
    }).catch((error: unknown) => services.log.error({ err: error, cardId }, "a card could not leave the bin"));
}

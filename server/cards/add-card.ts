import { insertCard } from "#db/cards/store.ts";
import { isId, newId } from "#db/ids.ts";
import { checkCard } from "#domain/cards/check-card.ts";
import { isCardKind } from "#domain/cards/kinds.ts";
import { invalid } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle, lockCycle } from "#server/cycles/index.ts";
import type { Raw } from "#server/input.ts";

/**
 * Adds a card beside the document of its stage.
 *
 * @param raw `cycleId`, `kind`, `title`, the kind's own fields (domain/cards/kinds.ts), and optionally a `cardId` that
 * the form made, so that a double submit adds one card.
 */
export async function addCard(ctx: Context, raw: Raw): Promise<{ cardId: string }> {
  const { cycleId, kind, cardId, ...fields } = raw;
  if (!isCardKind(kind)) throw invalid({ kind: "unknown-choice" });
  if (cardId !== undefined && !isId(cardId)) throw invalid({ form: "unknown-choice" });
  const checked = checkCard(kind, fields);
  if (!checked.ok) throw invalid(checked.fields);

  return transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    const id = cardId ?? newId();
    const now = tx.clock();
    const { title, content } = checked;
    const by = actorId(tx);
    const card = { id, kind, title, content, createdAt: now, createdBy: by, changedAt: now, changedBy: by };
    if (await insertCard(tx.db, scope, card)) {
      tx.record({ type: "card.added", ...aboutCycle(scope), cardId: id, data: { kind, title } });
      announceCycle(tx, scope);
    }
    return { cardId: id };
  });
}

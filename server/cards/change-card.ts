import * as z from "zod";
import { cardOf, discardCardRow, restoreCardRow, updateCard } from "#db/cards/store.ts";
import { isId } from "#db/ids.ts";
import { checkCard } from "#domain/cards/check-card.ts";
import type { CardKindName } from "#domain/cards/kinds.ts";
import { conflict, invalid, notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle, lockCycle } from "#server/cycles/index.ts";
import { parse, type Raw, seenVersion } from "#server/input.ts";

const which = z.object({ cycleId: z.string(), cardId: z.string() });

/**
 * Changes a card. `version` is the one that the person saw: when a colleague changed the card meanwhile, nothing is
 * written and both texts come back, so that nobody's words are silently overwritten.
 */
export async function changeCard(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, cardId, version: seen, ...fields } = raw;
  const { data: version } = seenVersion.safeParse(seen);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    const card = isId(cardId) ? await cardOf(tx.db, scope.cycle.id, cardId) : null;
    if (!card) throw notFound();
    const checked = checkCard(card.kind as CardKindName, fields);
    if (!checked.ok) throw invalid(checked.fields);
    const { title, content } = checked;

    const change = { id: card.id, title, content, at: tx.clock(), by: actorId(tx) };
    if (version === undefined || !(await updateCard(tx.db, scope, { ...change, version })))
      throw conflict("changed-meanwhile", {
        theirs: { title: card.title, ...card.content },
        version: card.version,
        by: card.changedBy,
      });
    tx.record({ type: "card.changed", ...aboutCycle(scope), cardId: card.id, data: { kind: card.kind, title } });
    announceCycle(tx, scope);
  });
}

/** Takes a card away. For 30 days `restoreCard` puts it back as it was; then `emptyCardBin` deletes it. */
export async function discardCard(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, cardId } = parse(which, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    const card = isId(cardId) ? await cardOf(tx.db, cycleId, cardId) : null;
    if (!card || !(await discardCardRow(tx.db, scope, cardId, { at: tx.clock(), by: actorId(tx) }))) throw notFound();
    tx.record({ type: "card.discarded", ...aboutCycle(scope), cardId, data: { kind: card.kind, title: card.title } });
    announceCycle(tx, scope);
  });
}

export async function restoreCard(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, cardId } = parse(which, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    if (!isId(cardId)) throw notFound();
    const restored = await restoreCardRow(tx.db, scope, cardId, tx.clock());
    const card = await cardOf(tx.db, cycleId, cardId);
    if (!card) throw notFound();
    // Pressed twice: it is back already.
    if (!restored) return;
    tx.record({ type: "card.restored", ...aboutCycle(scope), cardId, data: { kind: card.kind, title: card.title } });
    announceCycle(tx, scope);
  });
}

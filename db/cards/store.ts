import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { CycleScope } from "#db/cycles/scope.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { CardContent } from "#domain/cards/kinds.ts";
import { binBegins } from "#domain/cycles/bin.ts";
import { cards } from "./tables.ts";

export type CardRow = typeof cards.$inferSelect;

/** @returns false when a card with this id exists already, so that a form sent twice makes one card. */
export async function insertCard(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  card: Omit<typeof cards.$inferInsert, "cycleId">,
): Promise<boolean> {
  const added = await db
    .insert(cards)
    .values({ ...card, cycleId: cycle.id })
    .onConflictDoNothing({ target: cards.id })
    .returning({ id: cards.id });
  return added.length === 1;
}

export async function cardOf(db: Database, cycleId: string, cardId: string): Promise<CardRow | null> {
  const [card] = await db
    .select()
    .from(cards)
    .where(and(eq(cards.id, cardId), eq(cards.cycleId, cycleId), isNull(cards.discardedAt)));
  return card ?? null;
}

export async function updateCard(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  card: { id: string; version: number; title: string; content: CardContent; at: Date; by: string | null },
): Promise<boolean> {
  const changed = await db
    .update(cards)
    .set({
      title: card.title,
      content: card.content,
      changedAt: card.at,
      changedBy: card.by,
      version: sql`${cards.version} + 1`,
    })
    .where(
      and(
        eq(cards.id, card.id),
        eq(cards.cycleId, cycle.id),
        eq(cards.version, card.version),
        isNull(cards.discardedAt),
      ),
    )
    .returning({ id: cards.id });
  return changed.length === 1;
}

export async function discardCardRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  cardId: string,
  discarded: { at: Date; by: string | null },
): Promise<boolean> {
  const gone = await db
    .update(cards)
    .set({ discardedAt: discarded.at, discardedBy: discarded.by })
    .where(and(eq(cards.id, cardId), eq(cards.cycleId, cycle.id), isNull(cards.discardedAt)))
    .returning({ id: cards.id });
  return gone.length === 1;
}

/** @returns false when it is not in the bin, or was put there too long ago. */
export async function restoreCardRow(
  db: Database,
  { cycle }: Authorized<CycleScope, "edit">,
  cardId: string,
  now: Date,
): Promise<boolean> {
  const back = await db
    .update(cards)
    .set({ discardedAt: null, discardedBy: null })
    .where(and(eq(cards.id, cardId), eq(cards.cycleId, cycle.id), gt(cards.discardedAt, binBegins(now))))
    .returning({ id: cards.id });
  return back.length === 1;
}

export function cardsOf(db: Database, cycleIds: string[]) {
  return db
    .select()
    .from(cards)
    .where(and(inArray(cards.cycleId, cycleIds), isNull(cards.discardedAt)))
    .orderBy(asc(cards.createdAt), asc(cards.id));
}

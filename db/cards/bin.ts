import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { events } from "#db/activity/tables.ts";
import type { Database } from "#db/client.ts";
import { cycles } from "#db/cycles/tables.ts";
import { binBegins, binEnds } from "#domain/cycles/bin.ts";
import { cards, comments, threads } from "./tables.ts";

/** The cards of a cycle that can still be put back, the newest in the bin first, with until when. */
export async function binnedCardsOf(db: Database, cycleId: string, now: Date) {
  const rows = await db
    .select({ id: cards.id, title: cards.title, discardedAt: cards.discardedAt })
    .from(cards)
    .where(and(eq(cards.cycleId, cycleId), gt(cards.discardedAt, binBegins(now))))
    .orderBy(desc(cards.discardedAt));
  return rows.flatMap(({ discardedAt, ...card }) => (discardedAt ? [{ ...card, until: binEnds(discardedAt) }] : []));
}

const isOver = (now: Date) => lte(cards.discardedAt, binBegins(now));

export async function overdueCardIds(db: Database, now: Date): Promise<string[]> {
  const rows = await db.select({ id: cards.id }).from(cards).where(isOver(now)).orderBy(asc(cards.discardedAt));
  return rows.map(({ id }) => id);
}

/** Locks a card that is over, with the cycle it is of; null when another node has it in hand, or did it already. */
export async function lockOverdueCard(db: Database, cardId: string, now: Date) {
  const [row] = await db
    .select({ card: cards, cycle: cycles })
    .from(cards)
    .innerJoin(cycles, eq(cycles.id, cards.cycleId))
    .where(and(eq(cards.id, cardId), isOver(now)))
    .for("update", { of: cards, skipLocked: true });
  return row ?? null;
}

/** Deletes a card with what was said about it, and with what was recorded about it, which repeats its title. */
export async function deleteCard(db: Database, cardId: string): Promise<void> {
  const ownThreads = db.select({ id: threads.id }).from(threads).where(eq(threads.cardId, cardId));
  await db.delete(events).where(eq(events.cardId, cardId));
  await db.delete(comments).where(inArray(comments.threadId, ownThreads));
  await db.delete(threads).where(eq(threads.cardId, cardId));
  await db.delete(cards).where(eq(cards.id, cardId));
}

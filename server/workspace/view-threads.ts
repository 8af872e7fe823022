import { cardsOf } from "#db/cards/store.ts";
import { commentsOf, threadsOf } from "#db/cards/threads.ts";
import { phaseDocumentsOf } from "#db/cycles/store.ts";
import { namesOf } from "#db/people/names.ts";
import { readableThreads } from "#server/comments/index.ts";
import type { Context } from "#server/context.ts";
import { loadCycle } from "#server/cycles/index.ts";

export type ThreadsView = Awaited<ReturnType<typeof viewThreads>>;

/** The conversations of a cycle that this person may read: each hangs on something the person may read too. */
export async function viewThreads(ctx: Context, cycleId: unknown) {
  const scope = await loadCycle(ctx, cycleId, "view");
  const ids = [scope.cycle.id];
  const [all, documents, cards] = await Promise.all([
    threadsOf(ctx.db, ids),
    phaseDocumentsOf(ctx.db, ids),
    cardsOf(ctx.db, ids),
  ]);
  const threads = all.filter(readableThreads(scope, documents, cards));
  const comments = await commentsOf(
    ctx.db,
    threads.map((thread) => thread.id),
  );
  const names = await namesOf(ctx.db, [...comments.map((comment) => comment.by), ...threads.map((t) => t.resolvedBy)]);
  return threads.map((thread) => ({
    id: thread.id,
    documentId: thread.documentId,
    cardId: thread.cardId,
    quotation: thread.quotation,
    asksCoach: thread.asksCoach,
    startedAt: thread.startedAt,
    resolvedAt: thread.resolvedAt,
    resolvedBy: thread.resolvedBy ? (names.get(thread.resolvedBy) ?? null) : null,
    comments: comments
      .filter((comment) => comment.threadId === thread.id)
      .map(({ id, body, at, by }) => ({ id, body, at, byId: by, by: by ? (names.get(by) ?? null) : null })),
  }));
}

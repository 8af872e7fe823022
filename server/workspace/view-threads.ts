import { cardsOf } from "#db/cards/store.ts";
import { commentsOf, threadsOf } from "#db/cards/threads.ts";
import type { CycleScope } from "#db/cycles/scope.ts";
import { phaseDocumentsOf } from "#db/cycles/store.ts";
import { namesOf } from "#db/people/names.ts";
import { cyclePolicy, documentPolicy } from "#domain/access/policies.ts";
import type { Context } from "#server/context.ts";
import { loadCycle } from "#server/cycles/index.ts";

export type ThreadsView = Awaited<ReturnType<typeof viewThreads>>;

/** The conversations of a cycle that this person may read: each hangs on something the person may read too. */
export async function viewThreads(ctx: Context, cycleId: unknown) {
  const scope = await loadCycle(ctx, cycleId, "view");
  const threads = (await threadsOf(ctx.db, [scope.cycle.id])).filter(await readableThreads(ctx, scope));
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

async function readableThreads(ctx: Context, scope: CycleScope) {
  const [documents, cards] = await Promise.all([
    phaseDocumentsOf(ctx.db, [scope.cycle.id]),
    cardsOf(ctx.db, [scope.cycle.id]),
  ]);
  const readable = new Set(
    documents.filter((document) => documentPolicy.read(scope.who, scope, document)).map(({ documentId }) => documentId),
  );
  const readsCards = cyclePolicy.readCards(scope.who, scope);
  const present = new Set(cards.map((card) => card.id));
  const concerned = cyclePolicy.askCoach(scope.who, scope) || cyclePolicy.commentOnCards(scope.who, scope);
  return (thread: { documentId: string | null; cardId: string | null }) => {
    if (thread.documentId) return readable.has(thread.documentId);
    if (thread.cardId) return readsCards && present.has(thread.cardId);
    return concerned;
  };
}

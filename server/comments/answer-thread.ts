import * as z from "zod";
import { insertComment, setResolved } from "#db/cards/threads.ts";
import { newId } from "#db/ids.ts";
import type { EventType } from "#domain/activity/events.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import { change } from "#server/documents/index.ts";
import { parse, type Raw, requiredText } from "#server/input.ts";
import { loadThread } from "./load-thread.ts";

const answerInput = z.object({
  threadId: z.string(),
  body: requiredText(4_000),
  commentId: z.uuid({ error: "unknown-choice" }).optional(),
});

/** Answers in a thread. An answer in a resolved thread opens it again: apparently there is more to say. */
export async function answerThread(ctx: Context, raw: Raw): Promise<void> {
  const { threadId, body, commentId } = parse(answerInput, raw);
  await transact(ctx, async (tx) => {
    const { thread, scope } = await loadThread(tx, threadId);
    const comment = { id: commentId ?? newId(), threadId: thread.id, body, at: tx.clock(), by: actorId(tx) };
    if (!(await insertComment(tx.db, comment))) return;
    await setResolved(tx.db, thread.id, null);
    tx.record({ type: "thread.answered", ...aboutCycle(scope), ...subjectOf(thread), data: { threadId: thread.id } });
    announceCycle(tx, scope, ["threads", scope.cycle.id]);
  });
}

export const resolveThread = (ctx: Context, raw: Raw) => setThreadResolved(ctx, raw, true);
export const reopenThread = (ctx: Context, raw: Raw) => setThreadResolved(ctx, raw, false);

async function setThreadResolved(ctx: Context, raw: Raw, resolve: boolean): Promise<void> {
  const { threadId } = parse(z.object({ threadId: z.string() }), raw);
  await transact(ctx, async (tx) => {
    const { thread, scope } = await loadThread(tx, threadId);
    const by = actorId(tx);
    if (!(await setResolved(tx.db, thread.id, resolve ? { at: tx.clock(), by } : null))) return;
    const type: EventType = resolve ? "thread.resolved" : "thread.reopened";
    tx.record({ type, ...aboutCycle(scope), ...subjectOf(thread), data: { threadId: thread.id } });
    announceCycle(tx, scope, ["threads", scope.cycle.id]);
    const { documentId } = thread;
    if (resolve && documentId)
      tx.afterwards((live) => live.editDocument(documentId, "system", change("removeCommentMark", thread.id)));
  });
}

const subjectOf = ({ documentId, cardId }: { documentId: string | null; cardId: string | null }) => ({
  documentId,
  cardId,
});

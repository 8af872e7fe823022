import { type ThreadRow, threadUnscoped } from "#db/cards/threads.ts";
import { type CycleScope, cycleScopeVisibleTo, documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { isId } from "#db/ids.ts";
import { cyclePolicy, documentPolicy } from "#domain/access/policies.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { isPartyTo } from "./readable-threads.ts";

/**
 * A thread that this person may read and answer: the right to what it hangs on decides. A thread in a document that
 * was set to "enkel team" is not there for the coach, also not the coach's own.
 */
export async function loadThread(ctx: Context, threadId: unknown): Promise<{ thread: ThreadRow; scope: CycleScope }> {
  const personId = actingPerson(ctx);
  const thread = isId(threadId) ? await threadUnscoped(ctx.db, threadId) : null;
  if (!thread) throw notFound();
  if (thread.documentId) {
    const scope = await documentScopeVisibleTo(ctx.db, personId, thread.documentId);
    if (!scope || !documentPolicy.comment(scope.who, scope, scope.document)) throw notFound();
    return { thread, scope };
  }
  const scope = await cycleScopeVisibleTo(ctx.db, personId, thread.cycleId);
  if (!scope || !mayAnswer(scope, thread)) throw notFound();
  return { thread, scope };
}

const mayAnswer = (scope: CycleScope, thread: ThreadRow): boolean =>
  thread.cardId === null
    ? isPartyTo(scope, thread)
    : cyclePolicy.commentOnCards(scope.who, scope) || cyclePolicy.askCoach(scope.who, scope);

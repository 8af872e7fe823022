import * as z from "zod";
import { cardOf } from "#db/cards/store.ts";
import { insertComment, insertThread } from "#db/cards/threads.ts";
import { type CycleScope, type DocumentScope, documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { isId, newId } from "#db/ids.ts";
import { authorize } from "#domain/access/authorize.ts";
import { cyclePolicy, documentPolicy } from "#domain/access/policies.ts";
import { invalid, notFound } from "#domain/errors.ts";
import { actingPerson, type Context, transact, type Writing } from "#server/context.ts";
import { aboutCycle, announceCycle, loadCycle } from "#server/cycles/index.ts";
import { change } from "#server/documents/index.ts";
import { optionalText, parse, type Raw, requiredText } from "#server/input.ts";

const id = z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative() });

/** The shape of a Yjs relative position; anything else never reaches Yjs. */
const relativePosition = z.object({
  type: id.nullish(),
  tname: z.string().max(40).nullish(),
  item: id.nullish(),
  assoc: z.number().int().min(-1).max(1).optional(),
});

const input = z.object({
  cycleId: z.string(),
  documentId: z.string().optional(),
  cardId: z.string().optional(),
  anchor: z.object({ from: relativePosition, to: relativePosition }).nullish(),
  quotation: optionalText(10_000).transform((text) => text.slice(0, 600)),
  body: requiredText(4_000),
  asksCoach: z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false),
  /** Made by the form, so that a double submit starts one thread. */
  threadId: z.uuid({ error: "unknown-choice" }).optional(),
});

type Input = z.infer<typeof input>;

/**
 * Starts a conversation: in the margin of a document, about a card, or about the cycle as a whole. Who may read the
 * thing may comment on it (a coach included); the mark in the text is placed by the server after the commit.
 */
export async function startThread(ctx: Context, raw: Raw): Promise<{ threadId: string }> {
  const wish = parse(input, raw);
  // One subject: the right to one thing is no right to hang the thread on another.
  if (wish.documentId !== undefined && wish.cardId !== undefined) throw invalid({ form: "unknown-choice" });
  const { scope, documentId } = await permitted(ctx, wish);
  const threadId = wish.threadId ?? newId();
  await transact(ctx, async (tx) => {
    const personId = actingPerson(tx);
    const started = await insertThread(tx.db, {
      id: threadId,
      cycleId: scope.cycle.id,
      documentId,
      cardId: wish.cardId ?? null,
      quotation: wish.quotation,
      asksCoach: wish.asksCoach,
      startedAt: tx.clock(),
      startedBy: personId,
    });
    if (!started) return;
    await insertComment(tx.db, { id: newId(), threadId, body: wish.body, at: tx.clock(), by: personId });
    recordStart(tx, scope, wish, threadId);
    const { anchor } = wish;
    if (documentId && anchor)
      tx.afterwards(async (live) => {
        await live.editDocument(documentId, { personId }, change("placeCommentMark", anchor, threadId));
      });
  });
  return { threadId };
}

async function permitted(ctx: Context, wish: Input): Promise<{ scope: CycleScope; documentId: string | null }> {
  if (wish.documentId !== undefined) {
    const scope = await visibleDocument(ctx, wish.documentId);
    if (scope.cycle.id !== wish.cycleId) throw notFound();
    authorize(scope, "comment", documentPolicy.comment(scope.who, scope, scope.document));
    return { scope, documentId: wish.documentId };
  }
  const scope = await loadCycle(ctx, wish.cycleId, "view");
  if (wish.cardId !== undefined) {
    if (!cyclePolicy.readCards(scope.who, scope)) throw notFound();
    if (!isId(wish.cardId) || !(await cardOf(ctx.db, scope.cycle.id, wish.cardId))) throw notFound();
    authorize(scope, "comment", cyclePolicy.commentOnCards(scope.who, scope));
    // For the coach a card that is kept to the team is not there, so neither is it for a question to the coach.
    if (wish.asksCoach && !cyclePolicy.askCoachAtCard(scope.who, scope)) throw notFound();
  } else
    authorize(scope, "comment", cyclePolicy.askCoach(scope.who, scope) || cyclePolicy.commentOnCards(scope.who, scope));
  return { scope, documentId: null };
}

async function visibleDocument(ctx: Context, documentId: string): Promise<DocumentScope> {
  const scope = isId(documentId) ? await documentScopeVisibleTo(ctx.db, actingPerson(ctx), documentId) : null;
  if (!scope || !documentPolicy.read(scope.who, scope, scope.document)) throw notFound();
  return scope;
}

function recordStart(tx: Writing, scope: CycleScope, wish: Input, threadId: string): void {
  tx.record({
    type: "thread.started",
    ...aboutCycle(scope),
    documentId: wish.documentId ?? null,
    cardId: wish.cardId ?? null,
    data: { threadId, asksCoach: wish.asksCoach },
  });
  announceCycle(tx, scope, ["threads", scope.cycle.id]);
}

import type { ThreadRow } from "#db/cards/threads.ts";
import type { CycleScope } from "#db/cycles/scope.ts";
import { cyclePolicy, documentPolicy } from "#domain/access/policies.ts";
import type { DocumentFacts } from "#domain/access/relations.ts";

type Subject = Pick<ThreadRow, "documentId" | "cardId" | "asksCoach">;

/**
 * Which conversations of a cycle this person may read, given the cycle's documents and the cards that are there: each
 * hangs on something, and is read by who reads that. The one rule for the margin, the overviews and the start page: a
 * summary that quotes a conversation must not tell more than the conversation itself does.
 */
export function readableThreads(
  scope: CycleScope,
  documents: readonly (DocumentFacts & { documentId: string })[],
  cards: readonly { id: string }[],
): (thread: Subject) => boolean {
  const readable = new Set(
    documents.filter((document) => documentPolicy.read(scope.who, scope, document)).map(({ documentId }) => documentId),
  );
  const present = new Set(cyclePolicy.readCards(scope.who, scope) ? cards.map(({ id }) => id) : []);
  return (thread) => {
    if (thread.documentId) return readable.has(thread.documentId);
    if (thread.cardId) return present.has(thread.cardId);
    return isPartyTo(scope, thread);
  };
}

/** A conversation about the cycle as a whole is for the team and a coach who reads along, or whom it asks (AC7). */
export const isPartyTo = (scope: CycleScope, { asksCoach }: Pick<Subject, "asksCoach">): boolean =>
  cyclePolicy.askCoach(scope.who, scope) ||
  cyclePolicy.commentOnCards(scope.who, scope) ||
  (scope.who.coach && asksCoach);

/**
 * Answers that are being typed, by conversation, as long as this page lives. The form of one goes away under the hands
 * of whoever types: a colleague ends the conversation or deletes its words, a card is folded.
 */
const drafts = new Map<string, string>();

export const draftOf = (threadId: string): string => drafts.get(threadId) ?? "";

/** Empty forgets it. */
export function keepDraft(threadId: string, text: string): void {
  if (text === "") drafts.delete(threadId);
  else drafts.set(threadId, text);
}

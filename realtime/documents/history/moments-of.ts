import * as Y from "yjs";
import type { Entry } from "#db/documents/entries.ts";
import type { FoundMoment, MomentsFound, MomentsInput } from "#db/documents/keep-versions.ts";
import { largeRemovals, sittingEnds, type WritingStep } from "#domain/documents/moments.ts";
import { ROOT } from "#domain/documents/words.ts";
import { hardenYjs } from "../../client/harden-yjs.ts";
import { readContent } from "./content.ts";

/**
 * Reads the log of a document for the moments at which a version is to be kept (domain/documents/moments.ts). It walks
 * the updates twice, once for who wrote how much and when, and, only if there are moments, once more to see what the
 * text was then: the text of each single update is never built.
 */
export function momentsOf(input: MomentsInput): MomentsFound {
  const { now, withHead, withBeginning, stored } = input;
  const begin = Math.max(input.readUpTo, stored.snapshot?.seq ?? 0);
  const first = walk(input, begin, () => {});
  const { steps, lengthBefore } = first;
  const removals = largeRemovals(lengthBefore, steps);
  const reasons = new Map<number, FoundMoment["reason"]>();
  // Words that compaction took out of the log before they were in a version.
  const carried =
    input.wroteAt === null ? [] : [{ seq: begin, at: input.wroteAt, personId: null, added: 0, removed: 0 }];
  for (const seq of sittingEnds([...carried, ...steps], now)) reasons.set(seq, "sitting");
  for (const { beforeSeq } of removals) reasons.set(Math.max(beforeSeq, begin), "before-removal");
  if (withHead) reasons.set(stored.lastSeq, "head");

  const moments: FoundMoment[] = [];
  let from = -1;
  const take = (seq: number, document: Y.Doc) => {
    const reason = reasons.get(seq);
    if (reason === undefined) return;
    const authorIds = authorsBetween(steps, from, seq);
    const at = input.times.get(seq) ?? input.wroteAt ?? removals.find(({ beforeSeq }) => beforeSeq <= seq)?.at ?? now;
    moments.push({ seq, at, reason, authorIds, content: contentOf(document) });
    from = seq;
  };
  if (reasons.size > 0) walk(input, begin, take);
  return {
    moments,
    removals: removals.map((removal) => ({ ...removal, beforeSeq: Math.max(removal.beforeSeq, begin) })),
    authorsSince: authorsBetween(steps, from, stored.lastSeq),
    beginning: withBeginning ? beginningOf(input) : null,
    length: first.length,
  };
}

/** Who changed the text, and not only a mark on it: a remark in the margin makes nobody an author. */
function authorsBetween(steps: readonly WritingStep[], from: number, to: number): string[] {
  const authors = new Set<string>();
  for (const { seq, personId, added, removed } of steps)
    if (seq > from && seq <= to && personId !== null && added + removed > 0) authors.add(personId);
  return [...authors];
}

/** Applies the log, update by update after `begin`. @param after is told each row, `begin` included, once it is in. */
function walk(input: MomentsInput, begin: number, after: (seq: number, document: Y.Doc) => void) {
  hardenYjs();
  const { snapshot, rows } = input.stored;
  const document = new Y.Doc({ gc: true });
  const steps: WritingStep[] = [];
  let change = { added: 0, removed: 0 };
  let lengthBefore = 0;
  const count = (transaction: Y.Transaction) => {
    change = changeIn(transaction);
  };
  try {
    const early = rows.filter(({ seq }) => seq <= begin).flatMap(({ entries }) => entries.map(({ update }) => update));
    document.transact(() => {
      for (const update of snapshot ? [snapshot.state, ...early] : early) Y.applyUpdate(document, update);
    });
    lengthBefore = lengthOf(document.getXmlFragment(ROOT));
    after(begin, document);
    document.on("afterTransaction", count);
    for (const { seq, entries } of rows) {
      if (seq <= begin) continue;
      for (const { personId, update } of entries as Entry[]) {
        change = { added: 0, removed: 0 };
        Y.applyUpdate(document, update);
        steps.push({ seq, at: input.times.get(seq) ?? input.now, personId, ...change });
      }
      after(seq, document);
    }
    return { steps, lengthBefore, length: lengthOf(document.getXmlFragment(ROOT)) };
  } finally {
    document.destroy();
  }
}

/** Characters that came and went. What was deleted still has its length here: it is collected after this event. */
function changeIn(transaction: Y.Transaction): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  const before = transaction.beforeState;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentString &&
      struct.id.clock < (before.get(struct.id.client) ?? 0)
    )
      removed += struct.length;
  });
  for (const [client, clock] of transaction.afterState) {
    const known = before.get(client) ?? 0;
    if (clock <= known) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let index = structs.length - 1; index >= 0 && structs[index]!.id.clock >= known; index--) {
      const struct = structs[index]!;
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
        added += struct.length;
    }
  }
  return { added, removed };
}

function lengthOf(parent: Y.XmlFragment): number {
  let length = 0;
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) length += child.length;
    else if (child instanceof Y.XmlElement) length += lengthOf(child);
  }
  return length;
}

const contentOf = (document: Y.Doc) => readContent(document.getXmlFragment(ROOT));

/** The first row of a document is the server's own: the guiding questions. */
function beginningOf({ stored, times, now }: MomentsInput): MomentsFound["beginning"] {
  const first = stored.snapshot === null ? stored.rows[0] : undefined;
  if (first?.seq !== 1 || first.entries.some(({ personId }) => personId !== null)) return null;
  const document = new Y.Doc();
  try {
    for (const { update } of first.entries) Y.applyUpdate(document, update);
    return { content: contentOf(document), at: times.get(1) ?? now };
  } finally {
    document.destroy();
  }
}

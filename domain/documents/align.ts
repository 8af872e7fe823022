import { type ContentNode, canonical, textOf, wordsOf } from "./content.ts";
import { differenceOf } from "./difference.ts";

/** A block of one text beside its counterpart in the other; `gone` and `new` have none. The numbers are places. */
export type Aligned =
  | { kind: "same" | "changed"; before: number; after: number }
  | { kind: "gone"; before: number }
  | { kind: "new"; after: number };

/** From this share of common words on, two blocks of one kind are the same block, rewritten. */
const ALIKE = 0.4;
/** A rewritten block is looked for so far on: two texts of thousands of short blocks must not be weighed each by each. */
const LOOK_AHEAD = 40;
/** From this share of the words of the smaller one on, a block of one kind has grown or shrunk: a list, a table. */
const CONTAINED = 0.8;

/**
 * Which block of one text is which block of the other: first those that read the same, then, between them and in
 * order, those that were rewritten.
 */
export function alignBlocks(before: readonly ContentNode[], after: readonly ContentNode[]): Aligned[] {
  const aligned: Aligned[] = [];
  const stretches = differenceOf(before.map(canonical), after.map(canonical));
  for (let index = 0; index < stretches.length; index++) {
    const { kind, before: a, after: b } = stretches[index]!;
    if (kind === "same")
      for (let i = 0; i < a.to - a.from; i++) aligned.push({ kind, before: a.from + i, after: b.from + i });
    else if (kind === "new") for (let i = b.from; i < b.to; i++) aligned.push({ kind, after: i });
    else {
      const next = stretches[index + 1];
      const added = next?.kind === "new" ? next.after : { from: b.to, to: b.to };
      aligned.push(...pairs(before, a, after, added));
      if (next?.kind === "new") index++;
    }
  }
  return aligned;
}

type Range = { from: number; to: number };

function pairs(before: readonly ContentNode[], gone: Range, after: readonly ContentNode[], added: Range): Aligned[] {
  const aligned: Aligned[] = [];
  let free = added.from;
  for (let index = gone.from; index < gone.to; index++) {
    let match = -1;
    const end = Math.min(added.to, free + LOOK_AHEAD);
    for (let candidate = free; candidate < end && match < 0; candidate++)
      if (alike(before[index]!, after[candidate]!)) match = candidate;
    if (match < 0) {
      aligned.push({ kind: "gone", before: index });
      continue;
    }
    for (; free < match; free++) aligned.push({ kind: "new", after: free });
    aligned.push({ kind: "changed", before: index, after: match });
    free = match + 1;
  }
  for (; free < added.to; free++) aligned.push({ kind: "new", after: free });
  return aligned;
}

/**
 * Whether two blocks are the same one, rewritten: of one kind, and twice the common words over all words (Dice) is
 * enough, or nearly all of the smaller are common; two without words are alike.
 */
export function alike(one: ContentNode, other: ContentNode): boolean {
  if (one.type !== other.type) return false;
  const [words, others] = [wordsOf(textOf(one)), wordsOf(textOf(other))];
  if (words.length + others.length === 0) return true;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  const smaller = Math.min(words.length, others.length);
  return (2 * common) / (words.length + others.length) >= ALIKE || (smaller > 2 && common / smaller >= CONTAINED);
}

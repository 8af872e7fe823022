import { alignBlocks } from "./align.ts";
import { type ContentNode, countWords, isInline, withoutComments, wordsOf } from "./content.ts";
import { differenceOf } from "./difference.ts";

/** Put on words that only one of two texts has; drawn with words for who does not see colours (document-text.tsx). */
export const REMOVED_MARK = "removed";
export const ADDED_MARK = "added";

/** A block of the older text beside its counterpart in the newer; null where one of them has none. */
export interface ComparedRow {
  kind: "same" | "changed" | "gone" | "new";
  before: ContentNode | null;
  after: ContentNode | null;
}

export interface WordChange {
  added: number;
  removed: number;
}

export interface Comparison extends WordChange {
  rows: ComparedRow[];
}

/**
 * Two texts side by side, block by block, with the words marked that only one of them has. Comments are left out: they
 * are no part of the text.
 */
export function compareContents(older: ContentNode, newer: ContentNode): Comparison {
  const before = blocksOf(older);
  const after = blocksOf(newer);
  const total: WordChange = { added: 0, removed: 0 };
  const rows: ComparedRow[] = [];
  let gone: ContentNode[] = [];
  let fresh: ContentNode[] = [];
  // What went and what came in its place stand opposite each other, also when they have no word in common.
  const settle = () => {
    for (let index = 0; index < Math.max(gone.length, fresh.length); index++) {
      const [left, right] = [gone[index] ?? null, fresh[index] ?? null];
      rows.push({ kind: left && right ? "changed" : left ? "gone" : "new", before: left, after: right });
    }
    gone = [];
    fresh = [];
  };
  for (const place of alignBlocks(before, after)) {
    if (place.kind === "gone") gone.push(takenAway(before[place.before]!, total));
    else if (place.kind === "new") fresh.push(addedTo(after[place.after]!, total));
    else {
      settle();
      const pair = { before: before[place.before]!, after: after[place.after]! };
      const shown = place.kind === "same" ? pair : compareBlocks(pair.before, pair.after, total);
      rows.push({ kind: place.kind, ...shown });
    }
  }
  settle();
  return { rows, ...total };
}

function takenAway(block: ContentNode, total: WordChange): ContentNode {
  total.removed += countWords(block);
  return marked(block, REMOVED_MARK);
}

function addedTo(block: ContentNode, total: WordChange): ContentNode {
  total.added += countWords(block);
  return marked(block, ADDED_MARK);
}

/** How many words came and went between two texts. */
export function wordChange(older: ContentNode | null, newer: ContentNode): WordChange {
  if (older === null) return { added: countWords(newer), removed: 0 };
  const { added, removed } = compareContents(older, newer);
  return { added, removed };
}

const blocksOf = (node: ContentNode) => withoutComments(node).content ?? [];

type Pair = { before: ContentNode; after: ContentNode };

function compareBlocks(before: ContentNode, after: ContentNode, total: WordChange): Pair {
  if (isInline(before) && isInline(after)) return compareText(before, after, total);
  const left: ContentNode[] = [];
  const right: ContentNode[] = [];
  const [inBefore, inAfter] = [before.content ?? [], after.content ?? []];
  for (const place of alignBlocks(inBefore, inAfter)) {
    if (place.kind === "gone") left.push(takenAway(inBefore[place.before]!, total));
    else if (place.kind === "new") right.push(addedTo(inAfter[place.after]!, total));
    else {
      const pair = { before: inBefore[place.before]!, after: inAfter[place.after]! };
      const shown = place.kind === "same" ? pair : compareBlocks(pair.before, pair.after, total);
      left.push(shown.before);
      right.push(shown.after);
    }
  }
  return { before: { ...before, content: left }, after: { ...after, content: right } };
}

function compareText(before: ContentNode, after: ContentNode, total: WordChange): Pair {
  const [left, right] = [tokensOf(before), tokensOf(after)];
  const gone: boolean[] = [];
  const added: boolean[] = [];
  for (const stretch of differenceOf(left, right)) {
    if (stretch.kind === "gone") {
      for (let i = stretch.before.from; i < stretch.before.to; i++) gone[i] = true;
      total.removed += wordsOf(left.slice(stretch.before.from, stretch.before.to).join("")).length;
    } else if (stretch.kind === "new") {
      for (let i = stretch.after.from; i < stretch.after.to; i++) added[i] = true;
      total.added += wordsOf(right.slice(stretch.after.from, stretch.after.to).join("")).length;
    }
  }
  return { before: markTokens(before, gone, REMOVED_MARK), after: markTokens(after, added, ADDED_MARK) };
}

/** Words, spaces and signs, one after the other; together they are the text. */
const TOKEN = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu;
const BREAK = "\n";

const tokensOf = (block: ContentNode): string[] =>
  (block.content ?? [])
    .map((child) => child.text ?? BREAK)
    .join("")
    .match(TOKEN) ?? [];

/** Cuts the runs of a block where a marked stretch of tokens begins or ends. */
function markTokens(block: ContentNode, chosen: readonly boolean[], mark: string): ContentNode {
  const tokens = tokensOf(block);
  const content: ContentNode[] = [];
  let token = 0;
  let used = 0;
  for (const child of block.content ?? []) {
    let rest = child.text ?? BREAK;
    while (rest.length > 0) {
      const isChosen = chosen[token] === true;
      let length = 0;
      while (token < tokens.length && (chosen[token] === true) === isChosen && length < rest.length) {
        const left = tokens[token]!.length - used;
        const step = Math.min(left, rest.length - length);
        length += step;
        used = step === left ? 0 : used + step;
        if (used === 0) token++;
      }
      if (length === 0) break;
      const piece = child.text === undefined ? child : { ...child, text: rest.slice(0, length) };
      content.push(isChosen && piece.text !== undefined ? withMark(piece, mark) : piece);
      rest = rest.slice(length);
    }
  }
  return { ...block, content };
}

/** The whole of a block marked. */
function marked(node: ContentNode, mark: string): ContentNode {
  if (node.text !== undefined) return withMark(node, mark);
  return node.content ? { ...node, content: node.content.map((child) => marked(child, mark)) } : node;
}

const withMark = (node: ContentNode, type: string): ContentNode => ({
  ...node,
  marks: [{ type }, ...(node.marks ?? [])],
});

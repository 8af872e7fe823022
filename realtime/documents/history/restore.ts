import * as Y from "yjs";
import { alignBlocks } from "#domain/documents/align.ts";
import { type ContentNode, isCommentMark, marksKey } from "#domain/documents/content.ts";
import { differenceOf } from "#domain/documents/difference.ts";
import { attributesOf, buildGroup, groupRuns, readChild, setAttribute } from "./content.ts";

/** Up to which clock somebody has seen what each client id wrote. */
export type Seen = ReadonlyMap<number, number>;

/**
 * Makes a fragment say what `target` says, and takes away only what whoever asks for it has seen: words that came in
 * after that stay, in their paragraph. With an empty `seen` nothing at all is taken away. What reads the same stays
 * untouched, with the carets and comments in it; what changed is changed word by word.
 */
export function restoreContent(fragment: Y.XmlFragment, target: ContentNode, seen: Seen): void {
  restoreChildren(fragment, target.content ?? [], seen);
}

type Child = Y.XmlElement | Y.XmlText;

function restoreChildren(parent: Y.XmlFragment, content: readonly ContentNode[], seen: Seen): void {
  const now = parent.toArray() as Child[];
  const groups = groupRuns(content);
  let at = 0;
  // Children that stay though they are not wanted: they come after what takes their place.
  let kept = 0;
  const insert = (group: readonly ContentNode[]) => parent.insert(at++, [buildGroup(group)]);
  for (const place of alignBlocks(now.map(asBlock), groups.map(groupAsBlock))) {
    if (place.kind === "new") insert(groups[place.after]!);
    else if (place.kind === "gone") {
      const child = now[place.before]!;
      if (!takeAway(parent, at + kept, child, seen)) kept++;
    } else {
      at += kept;
      kept = 0;
      if (place.kind === "changed") restoreChild(now[place.before]!, groups[place.after]!, seen);
      at++;
    }
  }
}

function restoreChild(child: Child, group: readonly ContentNode[], seen: Seen): void {
  if (child instanceof Y.XmlText) {
    restoreText(child, group, seen);
    return;
  }
  const { attrs = {}, content = [] } = group[0]!;
  const now = child.getAttributes();
  for (const [name, value] of Object.entries(attrs))
    if (JSON.stringify(now[name]) !== JSON.stringify(value)) setAttribute(child, name, value);
  for (const name of Object.keys(now)) if (!(name in attrs)) child.removeAttribute(name);
  restoreChildren(child, content, seen);
}

/** @returns whether it is gone; what holds something that was not seen stays, without what was. */
function takeAway(parent: Y.XmlFragment, at: number, child: Child, seen: Seen): boolean {
  if (wasSeen(child, seen)) {
    parent.delete(at, 1);
    return true;
  }
  takeSeenText(child, seen);
  return false;
}

function takeSeenText(child: Child, seen: Seen): void {
  if (child instanceof Y.XmlText) {
    const known = seenIn(child, seen);
    for (let end = known.length; end > 0; ) {
      let from = end;
      while (from > 0 && known[from - 1]) from--;
      if (from < end) child.delete(from, end - from);
      end = Math.max(0, from - 1);
    }
  } else for (const each of child.toArray()) takeSeenText(each as Child, seen);
}

/** Word by word: what both have stays as it is, what is not wanted goes if it was seen, the rest is put in. */
function restoreText(text: Y.XmlText, runs: readonly ContentNode[], seen: Seen): void {
  const before = tokens(readChild(text));
  const after = tokens(runs);
  const known = seenIn(text, seen);
  let at = 0;
  let read = 0;
  // A word that stays though it is not wanted, and the word that comes in its place, are two words.
  let leftover = false;
  for (const { kind, before: a, after: b } of differenceOf(before.map(keyOf), after.map(keyOf))) {
    if (kind === "new")
      for (const token of after.slice(b.from, b.to)) {
        const words = leftover ? ` ${token.text}` : token.text;
        leftover = false;
        text.insert(at, words, attributesOf(token.run));
        at += words.length;
      }
    else
      for (const token of before.slice(a.from, a.to)) {
        const from = at;
        if (kind === "same") at += token.text.length;
        else at = takeSeenLetters(text, at, known.slice(read, read + token.text.length));
        leftover = kind === "gone" && at > from;
        read += token.text.length;
      }
  }
}

/** @returns the place after what is left of these letters. */
function takeSeenLetters(text: Y.XmlText, from: number, known: readonly boolean[]): number {
  let at = from;
  for (const isKnown of known) {
    if (isKnown) text.delete(at, 1);
    else at++;
  }
  return at;
}

interface Token {
  text: string;
  run: ContentNode;
}

const tokens = (runs: readonly ContentNode[]): Token[] =>
  runs.flatMap((run) => (run.text?.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []).map((text) => ({ text, run })));

/** Comments move with the words as they are now; whether one hangs on a word is no reason to write the word anew. */
const keyOf = ({ text, run }: Token) =>
  `${text} ${marksKey({ ...run, marks: run.marks?.filter((mark) => !isCommentMark(mark)) ?? [] })}`;

/** For each letter of a text as it is now, whether it was seen. */
function seenIn(text: Y.XmlText, seen: Seen): boolean[] {
  const known: boolean[] = [];
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.countable)
      for (let index = 0; index < item.length; index++)
        known.push(item.id.clock + index < (seen.get(item.id.client) ?? 0));
  return known;
}

function wasSeen(type: Child, seen: Seen): boolean {
  const own = type._item;
  if (own && own.id.clock >= (seen.get(own.id.client) ?? 0)) return false;
  if (type instanceof Y.XmlText) return seenIn(type, seen).every(Boolean);
  return type.toArray().every((child) => wasSeen(child as Child, seen));
}

/** A child as `alignBlocks` compares it: a text stands for itself in a block of its own. */
const asBlock = (child: Child): ContentNode => groupAsBlock(readChild(child));

const groupAsBlock = (group: readonly ContentNode[]): ContentNode =>
  group.length === 1 && group[0]!.text === undefined ? group[0]! : { type: "text-group", content: group };

import type { DocumentNode } from "./tree.ts";
import { COMMENT_MARK } from "./words.ts";

export type ContentMark = NonNullable<DocumentNode["marks"]>[number];
export type ContentNode = DocumentNode;

/** Words with their letters and digits; what stands between them counts for nothing. */
const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

/** The words of a text in order. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** All text below a node; a line for each block, so that words of two paragraphs do not run together. */
export function textOf(node: ContentNode): string {
  if (node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(textOf);
  return isInline(node) ? parts.join("") : parts.join("\n");
}

/** Whether a node holds running text and no blocks: a paragraph, a heading. */
export const isInline = (node: ContentNode): boolean =>
  node.content?.every((child) => child.text !== undefined || child.content === undefined) ?? true;

/** How many words a text has. */
export const countWords = (node: ContentNode): number => wordsOf(textOf(node)).length;

/** Whether a mark ties its words to a thread; the editor's binding puts a hash behind the name of one that overlaps. */
export const isCommentMark = ({ type }: ContentMark): boolean => type.split("--", 1)[0] === COMMENT_MARK;

/**
 * One text for everything that is the same to a reader: attributes in a fixed order, neighbouring words with the same
 * marks together, and no comments, because a remark in the margin does not change the text.
 */
export function canonical(node: ContentNode): string {
  return JSON.stringify(plain(withoutComments(node)));
}

/** The content as a reader of the text alone sees it. */
export const withoutComments = (node: ContentNode): ContentNode => keepComments(node, () => false);

/** The content with only those comment marks whose thread is wanted; runs that became alike are joined. */
export function keepComments(node: ContentNode, wanted: (threadId: unknown) => boolean): ContentNode {
  if (node.text !== undefined) {
    const marks = node.marks?.filter((mark) => !isCommentMark(mark) || wanted(mark.attrs?.thread));
    const { marks: _all, ...rest } = node;
    return marks && marks.length > 0 ? { ...rest, marks } : rest;
  }
  if (!node.content) return node;
  const content: ContentNode[] = [];
  for (const child of node.content.map((each) => keepComments(each, wanted))) {
    const last = content.at(-1);
    if (last?.text !== undefined && child.text !== undefined && marksKey(last) === marksKey(child))
      content[content.length - 1] = { ...last, text: last.text + child.text };
    else content.push(child);
  }
  return { ...node, content };
}

/** The marks of a run of text as one text, for comparing. */
export const marksKey = ({ marks }: ContentNode): string =>
  marks && marks.length > 0
    ? JSON.stringify(marks.map((mark) => [mark.type, sorted(mark.attrs)]).sort((a, b) => (a[0]! < b[0]! ? -1 : 1)))
    : "";

function plain(node: ContentNode): unknown {
  if (node.text !== undefined) return [node.text, marksKey(node)];
  return [node.type, sorted(node.attrs), (node.content ?? []).filter((child) => child.text !== "").map(plain)];
}

/** Entries in the order of their names; what is not set says the same as nothing. */
function sorted(attrs: ContentNode["attrs"]): [string, unknown][] {
  return Object.entries(attrs ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

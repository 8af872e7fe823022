import { encodeAny, toBase64 } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import * as Y from "yjs";
import { COMMENT_MARK, ROOT } from "#domain/documents/words.ts";

/** The two ends of a selection, as the editor of the person who comments sees them (Yjs relative positions, as JSON). */
export interface Anchor {
  from: unknown;
  to: unknown;
}

/**
 * Ties a passage to a thread by a mark in the live document itself. The server places it, because the person who
 * comments may not be allowed to write, and because an anchor kept outside the text drifts when a paragraph is split.
 *
 * @returns false when the passage is no longer there; the thread then lives on with its quotation.
 */
export function placeCommentMark(document: Y.Doc, anchor: Anchor, threadId: string): boolean {
  const from = resolve(document, anchor.from);
  const to = resolve(document, anchor.to);
  if (!from || !to) return false;

  let inside = false;
  let placed = false;
  for (const node of textsAndElements(document.getXmlFragment(ROOT))) {
    const starts = node === from.type;
    const ends = node === to.type;
    if (starts) inside = true;
    if (inside && node instanceof Y.XmlText) {
      const start = starts ? from.index : 0;
      const end = ends ? to.index : node.length;
      if (end > start) {
        node.format(start, end - start, { [attributeOf(threadId)]: { thread: threadId } });
        placed = true;
      }
    }
    if (ends) break;
  }
  return placed;
}

/** Takes the mark of a thread out of the text; the words stay. */
export function removeCommentMark(document: Y.Doc, threadId: string): void {
  const attribute = attributeOf(threadId);
  for (const node of textsAndElements(document.getXmlFragment(ROOT)))
    if (
      node instanceof Y.XmlText &&
      node.toDelta().some((run: { attributes?: object }) => attribute in (run.attributes ?? {}))
    )
      node.format(0, node.length, { [attribute]: null });
}

/**
 * The name under which the editor's binding keeps a mark that may overlap others of its kind: the mark's name and a
 * short hash of the mark. It has to be the same hash, or the first edit of the paragraph would write the mark anew.
 */
function attributeOf(threadId: string): string {
  const hash = digest(encodeAny({ type: COMMENT_MARK, attrs: { thread: threadId } }));
  const short = hash.slice(0, 6);
  for (let i = 6; i < hash.length; i++) short[i % 6] = short[i % 6]! ^ hash[i]!;
  return `${COMMENT_MARK}--${toBase64(short)}`;
}

function resolve(document: Y.Doc, position: unknown): { type: Y.AbstractType<unknown>; index: number } | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), document);
  return absolute && { type: absolute.type as Y.AbstractType<unknown>, index: absolute.index };
}

function* textsAndElements(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.AbstractType<unknown>> {
  for (const child of parent.toArray()) {
    yield child as unknown as Y.AbstractType<unknown>;
    if (child instanceof Y.XmlElement) yield* textsAndElements(child);
  }
}

import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";

/**
 * Where some words stand in a live document, as the anchor that an editor would send for a selection of them.
 *
 * @returns null when the words do not stand in one line of the text.
 */
export function findQuote(document: Y.Doc, quote: string): { from: unknown; to: unknown } | null {
  for (const text of textsIn(document.getXmlFragment(ROOT))) {
    const plain = text
      .toDelta()
      .map((run: { insert: unknown }) => (typeof run.insert === "string" ? run.insert : " "))
      .join("");
    const start = plain.indexOf(quote);
    if (start < 0) continue;
    const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index));
    return { from: at(start), to: at(start + quote.length) };
  }
  return null;
}

function* textsIn(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of parent.toArray())
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlElement) yield* textsIn(child);
}

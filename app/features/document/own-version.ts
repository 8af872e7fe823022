import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";

/**
 * The lines of one version of a document that another does not have, as text to copy; empty when they say the same.
 *
 * @param own the version, as one Yjs update.
 */
export function wordsOnlyIn(own: Uint8Array, shared: Y.Doc): string {
  const before = new Y.Doc();
  Y.applyUpdate(before, own);
  const known = new Set(linesOf(shared));
  const missing = linesOf(before).filter((line) => !known.has(line));
  before.destroy();
  return missing.join("\n");
}

function linesOf(document: Y.Doc): string[] {
  const lines: string[] = [];
  const read = (node: Y.XmlElement | Y.XmlFragment): void => {
    for (const child of node.toArray())
      if (child instanceof Y.XmlText) lines.push(wordsOf(child));
      else if (child instanceof Y.XmlElement) read(child);
  };
  read(document.getXmlFragment(ROOT));
  return lines.filter((line) => line.trim() !== "");
}

const wordsOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : " "))
    .join("");

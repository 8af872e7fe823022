import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";

/**
 * The lines of one version of a document that another does not have, as text to copy; empty when they say the same.
 *
 * @param own the version, as one Yjs update; so is `other`.
 */
export function wordsOnlyIn(own: Uint8Array, other: Uint8Array): string {
  const known = new Set(linesOf(other));
  return linesOf(own)
    .filter((line) => !known.has(line))
    .join("\n");
}

function linesOf(version: Uint8Array): string[] {
  const document = new Y.Doc();
  Y.applyUpdate(document, version);
  const lines: string[] = [];
  const read = (node: Y.XmlElement | Y.XmlFragment): void => {
    for (const child of node.toArray())
      if (child instanceof Y.XmlText) lines.push(wordsOf(child));
      else if (child instanceof Y.XmlElement) read(child);
  };
  read(document.getXmlFragment(ROOT));
  document.destroy();
  return lines.filter((line) => line.trim() !== "");
}

const wordsOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : " "))
    .join("");

import { digest } from "lib0/hash/sha256";
import * as Y from "yjs";

/** The root of every live document. */
export const CONTENT_ROOT = "content";

/**
 * A fingerprint of what a document says, equal for two documents that read the same, however they came to it: 32
 * hexadecimal digits of the SHA-256 of elements, attributes (by name) and text with marks. Not part of it: who wrote
 * what, deleted text, the order in which it was written.
 */
export function contentHash(document: Y.Doc): string {
  const parts: string[] = [];
  writeChildren(document.getXmlFragment(CONTENT_ROOT), parts);
  const hash = digest(new TextEncoder().encode(parts.join("")));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function writeChildren(parent: Y.XmlFragment, parts: string[]): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) writeText(child, parts);
    else if (child instanceof Y.XmlElement) {
      parts.push("<", child.nodeName, sorted(child.getAttributes()), ">");
      writeChildren(child, parts);
      parts.push("</>");
    }
  }
}

function writeText(text: Y.XmlText, parts: string[]): void {
  let marks: string | undefined;
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    const here = sorted(attributes ?? {});
    // Left-over format markers split a text where nothing changes; Yjs removes them in one copy sooner than in another.
    if (here !== marks) parts.push("\u0000", here);
    marks = here;
    parts.push(typeof insert === "string" ? insert : JSON.stringify(insert));
  }
}

/** JSON with the keys of every object in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

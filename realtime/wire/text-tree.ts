import * as Y from "yjs";
import type { DocumentNode } from "#domain/documents/tree.ts";
import { CONTENT_ROOT } from "./content-hash.ts";

/** Deeper than any page of ours; the gate's limit is per update, so hostile updates on top of each other can exceed it. */
export const DEEPEST = 64;

/**
 * What a document says, as plain data. Whatever nests too deep comes without what is in it. U+0000 is left out: it is a
 * letter to Yjs, an error in HTML and nothing that PostgreSQL's text can hold.
 */
export function textTree(document: Y.Doc): DocumentNode {
  return { type: "doc", content: childrenOf(document.getXmlFragment(CONTENT_ROOT), 1) };
}

function childrenOf(parent: Y.XmlFragment, depth: number): DocumentNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textsOf(child);
    return child instanceof Y.XmlElement ? [elementTree(child, depth)] : [];
  });
}

/** What one element of it says; `depth` is how deep it stands, 1 at the top. */
export function elementTree(element: Y.XmlElement, depth: number): DocumentNode {
  const attrs = element.getAttributes();
  const content = depth < DEEPEST ? childrenOf(element, depth + 1) : [];
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

function textsOf(text: Y.XmlText): DocumentNode[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes = {} }) => {
    const words = typeof insert === "string" ? insert.replaceAll("\u0000", "") : "";
    if (words === "") return [];
    const marks = Object.entries(attributes).map(([name, value]) => ({
      type: nameOf(name),
      ...(typeof value === "object" && value !== null ? { attrs: value as Record<string, unknown> } : {}),
    }));
    return [{ type: "text", text: words, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

/** Marks that may overlap others of their kind are kept under a name with a hash behind it. */
const nameOf = (attribute: string): string => /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(attribute)?.[1] ?? attribute;

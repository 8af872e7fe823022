import * as Y from "yjs";

// Changes by name, for tests.

/** Adds a paragraph. @returns how many there are. */
export function append(document: Y.Doc, text: string): number {
  const content = document.getXmlFragment("content");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  content.push([paragraph]);
  return content.length;
}

export const look = (document: Y.Doc): number => document.getXmlFragment("content").length;

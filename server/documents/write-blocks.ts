import * as Y from "yjs";
import type { Block, Run } from "#content/blocks.ts";
import { ROOT } from "#domain/documents/words.ts";

/**
 * Writes blocks of text at the end of a live document, in the shape that the editor's schema has. Used where the
 * server itself writes: the guiding questions of a new document, and the demo.
 */
export function writeBlocks(document: Y.Doc, blocks: readonly Block[]): void {
  const content = document.getXmlFragment(ROOT);
  insertBlocks(content, content.length, blocks);
}

/** Writes blocks at a place among the top-level blocks of the document. */
export function insertBlocks(content: Y.XmlFragment, at: number, blocks: readonly Block[]): void {
  content.insert(at, blocks.map(elementOf));
}

function elementOf(block: Block): Y.XmlElement {
  switch (block.kind) {
    case "heading":
      return element("heading", { level: block.level }, [textOf([{ text: block.text }])]);
    case "paragraph":
      return paragraphOf(block.runs);
    case "bullets":
      return element(
        "bulletList",
        {},
        block.items.map((item) => element("listItem", {}, [paragraphOf(item)])),
      );
    case "numbered":
      return element(
        "orderedList",
        { start: 1 },
        block.items.map((item) => element("listItem", {}, [paragraphOf(item)])),
      );
    case "tasks":
      return element(
        "taskList",
        {},
        block.items.map((item) => element("taskItem", { checked: item.done }, [paragraphOf(item.runs)])),
      );
    case "table":
      return element("table", {}, [
        rowOf("tableHeader", block.header),
        ...block.rows.map((row) => rowOf("tableCell", row)),
      ]);
    case "blockquote":
      return element("blockquote", {}, [paragraphOf(block.runs)]);
  }
}

function rowOf(cell: "tableHeader" | "tableCell", texts: readonly string[]): Y.XmlElement {
  const cells = texts.map((text) => element(cell, { colspan: 1, rowspan: 1 }, [paragraphOf([{ text }])]));
  return element("tableRow", {}, cells);
}

/** An empty one has its text too: two people who begin in it at the same time then write in the same. */
function paragraphOf(runs: readonly Run[]): Y.XmlElement {
  return element("paragraph", {}, [textOf(runs.filter((run) => run.text !== ""))]);
}

function textOf(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs.map((run) => ({
      insert: run.text,
      attributes: {
        ...(run.bold && { bold: {} }),
        ...(run.italic && { italic: {} }),
        ...(run.link !== undefined && { link: { href: run.link } }),
      },
    })),
  );
  return text;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean>>,
  children: readonly (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number | boolean>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, [...children]);
  return made as Y.XmlElement;
}

/**
 * Texts of documents as plain data: what a template, a seeded document and a test can all read without an editor.
 * The few builders let a text be written as one reads it; inline marks are `**bold**`, `*italic*`, `[words](address)`.
 */

export type Run = { text: string; bold?: true; italic?: true; link?: string };

export type Task = { done: boolean; runs: Run[] };

export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "bullets"; items: Run[][] }
  | { kind: "numbered"; items: Run[][] }
  | { kind: "tasks"; items: Task[] }
  | { kind: "table"; header: string[]; rows: string[][] }
  | { kind: "blockquote"; runs: Run[] };

const inlineMark = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/g;

/** Runs of one line of text. An empty line has no runs: the empty place where somebody can write. */
export function runs(text: string): Run[] {
  const found: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(inlineMark)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    const [whole, bold, italic, words, link] = match;
    if (bold !== undefined) found.push({ text: bold, bold: true });
    else if (italic !== undefined) found.push({ text: italic, italic: true });
    else if (words !== undefined && link !== undefined) found.push({ text: words, link });
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

export const heading = (level: 2 | 3, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", runs: runs(text) });
export const bullets = (...items: string[]): Block => ({ kind: "bullets", items: items.map(runs) });
export const numbered = (...items: string[]): Block => ({ kind: "numbered", items: items.map(runs) });
export const table = (header: string[], ...rows: string[][]): Block => ({ kind: "table", header, rows });
/** A table with its header and one row to fill in. */
export const emptyTable = (...header: string[]): Block => table(header, Array<string>(header.length).fill(""));
export const blockquote = (text: string): Block => ({ kind: "blockquote", runs: runs(text) });

/** A checklist; an item that starts with "x " is done. */
export const tasks = (...items: string[]): Block => ({
  kind: "tasks",
  items: items.map((item) =>
    item.startsWith("x ") ? { done: true, runs: runs(item.slice(2)) } : { done: false, runs: runs(item) },
  ),
});

const plain = (line: Run[]): string => line.map((run) => run.text).join("");

/** The lines of plain text of a block, one per paragraph, item or cell: a quotation never crosses a line. */
export function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
    case "blockquote":
      return [plain(block.runs)];
    case "bullets":
    case "numbered":
      return block.items.map(plain);
    case "tasks":
      return block.items.map((item) => plain(item.runs));
    case "table":
      return [...block.header, ...block.rows.flat()];
  }
}

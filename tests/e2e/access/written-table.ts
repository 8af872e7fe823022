import { readFileSync } from "node:fs";
import { RELATIONS, type Relation } from "./cast.ts";

const PAGE = "docs/access-routes.md";

export type Row = { name: string; cells: Readonly<Record<Relation, string>> };

/** The tables of docs/access-routes.md with the columns of the cast: those of requests, of messages, and of marks. */
export function writtenTable(): { requests: Row[]; messages: Row[]; marks: Row[] } {
  const tables = { request: [] as Row[], message: [] as Row[], mark: [] as Row[] };
  let into: Row[] | null = null;
  for (const line of readFileSync(PAGE, "utf8").split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, name = "", ...values] = cells.slice(0, -1);
    if (name === "request" || name === "message" || name === "mark") {
      if (values.join() !== RELATIONS.join())
        throw new Error(`${PAGE}: the columns are not those of the cast: ${line}`);
      into = tables[name];
    } else if (!line.startsWith("|")) into = null;
    else if (into && !name.startsWith("---"))
      into.push({
        name,
        cells: Object.fromEntries(RELATIONS.map((who, index) => [who, values[index] ?? ""])) as never,
      });
  }
  return { requests: tables.request, messages: tables.message, marks: tables.mark };
}

/** The cell for a page and for its data asked for alone. */
export function expected(row: Row, who: Relation): { page: string; data: string } {
  const [page = "", data = page] = row.cells[who].split(" / ");
  return { page, data };
}

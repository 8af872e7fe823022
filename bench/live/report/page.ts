import { readFileSync, writeFileSync } from "node:fs";
import type { ResultRow, Results } from "./results.ts";

const BEGIN = "<!-- table: written by the bench -->";
const END = "<!-- end of the table -->";

/** Puts the table between its two markers; what stands around them is written by hand and stays. */
export function writePage(file: string, results: Results): void {
  const page = readFileSync(file, "utf8");
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the table`);
  writeFileSync(file, page.slice(0, begin + BEGIN.length) + table(results) + page.slice(end));
}

function table(results: Results): string {
  const columns = Object.entries(results.contestants).filter(([id]) => id !== "ours");
  const machine = Object.entries(results.machine).map(([name, value]) => `${name} ${value}`);
  const lines = [
    "",
    "",
    `${when(results)} ${machine.join(", ")}.`,
    "",
    `| row | unit | Leerlus | ${columns.map(([, { title }]) => title).join(" | ")} | × best peer (spread) |`,
    `| --- | --- | --: | ${columns.map(() => "--: | ").join("")}--: |`,
    ...results.rows.map((row) =>
      line(
        row,
        columns.map(([id]) => id),
      ),
    ),
    "",
    "In the last column above 1 is better than the best peer that keeps documents, whatever its durability; the bare relays",
    "are floors and do not count there. – : see the reason below or the JSON file.",
    "",
    "| | what is safe when an edit is acknowledged or seen | SIGKILLs | acknowledged / lost | seen / lost |",
    "| --- | --- | --: | --: | --: |",
    ...Object.entries(results.contestants).map(([id, { title, durability }]) => {
      const losses = results.kills[id];
      const cells = losses
        ? [losses.kills, pair(losses.acknowledged, losses.lostAcknowledged), pair(losses.shown, losses.lostShown)]
        : ["–", "–", "–"];
      return `| ${title} | ${durability} | ${cells.join(" | ")} |`;
    }),
    "",
    ...reasons(results),
    "",
  ];
  return lines.join("\n");
}

/** Rows that were measured again stand beside those of earlier runs. */
function when({ rows, at, command }: Results): string {
  const times = [...new Set(rows.map((row) => row.at))].sort();
  const last = `${at.slice(0, 10)} with \`${command}\``;
  if (times.length === 1) return `Measured on ${last}.`;
  return `The newest rows were measured on ${last}, the oldest on ${times[0]?.slice(0, 10)}; when, and over how many rounds, is in the JSON file for each.`;
}

function line(row: ResultRow, columns: readonly string[]): string {
  const ratio = row.ratioToBestPeer === null ? "–" : `**${number(row.ratioToBestPeer)}**`;
  const spread = row.spread ? ` (${row.spread.map(number).join("–")})` : "";
  const peers = columns.map((id) => number(row.peers[id] ?? null)).join(" | ");
  return `| ${row.title} | ${row.unit} | **${number(row.ours)}** | ${peers} | ${ratio}${spread} |`;
}

function reasons({ rows, contestants }: Results): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const row of rows)
    for (const [id, reason] of Object.entries(row.reasons ?? {})) {
      const titles = byReason.get(reason) ?? new Set();
      byReason.set(reason, titles.add(contestants[id]?.title ?? id));
    }
  return [...byReason].map(([reason, titles]) => `- “${reason}”: ${[...titles].join(", ")}`);
}

function pair(whole: number, lost: number): string {
  return whole === 0 ? "–" : `${number(whole)} / ${number(lost)}`;
}

function number(value: number | null): string {
  if (value === null) return "–";
  return value >= 1_000 ? Math.round(value).toLocaleString("en") : String(value);
}

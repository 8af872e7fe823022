import { readFileSync, writeFileSync } from "node:fs";
import type { Contestant } from "../contestants.ts";
import { ROWS, type Row } from "../rows.ts";
import type { Losses } from "../scenarios/kills.ts";

export interface ResultRow extends Row {
  ours: number | null;
  /** Peers and floors by id; null with a reason in `reasons`. */
  peers: Record<string, number | null>;
  reasons?: Record<string, string>;
  bestPeer: string | null;
  /** How many times better we are than the best peer that keeps documents (floors are left out); below 1: worse. */
  ratioToBestPeer: number | null;
  /** Lowest and highest of that ratio over the rounds. */
  spread: [number, number] | null;
  rounds: number;
  /** When this row was measured. */
  at: string;
}

export interface Failure {
  /** Ids of the rows that lack a round for it. */
  rows: readonly string[];
  sentence: string;
}

export interface Results {
  at: string;
  command: string;
  machine: Record<string, string | number>;
  contestants: Record<string, Pick<Contestant, "title" | "kind" | "durability">>;
  kills: Record<string, Losses>;
  failures: Failure[];
  rows: ResultRow[];
}

/**
 * Writes the file. Rows of an earlier run that this one did not measure stay, with their own date and with what went
 * wrong in them. @returns all.
 */
export function writeResults(file: string, results: Results): Results {
  const earlier = readResults(file);
  const byId = new Map([...(earlier?.rows ?? []), ...results.rows].map((row) => [row.id, row]));
  const touched = new Set([...results.rows.map(({ id }) => id), ...results.failures.flatMap(({ rows }) => rows)]);
  const staying = (earlier?.failures ?? [])
    .map(({ rows, sentence }) => ({ rows: rows.filter((row) => !touched.has(row)), sentence }))
    .filter(({ rows }) => rows.length > 0);
  const all = {
    ...results,
    failures: [...staying, ...results.failures],
    kills: { ...earlier?.kills, ...results.kills },
    rows: ROWS.flatMap(({ id }) => byId.get(id) ?? []),
  };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

function readResults(file: string): Results | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

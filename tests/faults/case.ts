import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Verdict } from "#tests/support/verdict.ts";
import type { Ground } from "./ground.ts";

/** Figures are for people to read and never decide about a test; what has to hold is asserted in the case. */
export type Figures = Record<string, number | string | boolean>;

/** One situation of the list in docs/faults.md. */
export interface FaultCase {
  id: string;
  sentence: string;
  run(ground: Ground): Promise<Figures>;
}

/** `npm run test:faults` takes the sizes of the full list; the normal test run a short version of the same. */
export const isFull = process.env.FAULTS === "full";

/** @returns the size for this run; FAULTS_ROUNDS overrides that of a full one. */
export function rounds(short: number, full: number): number {
  if (!isFull) return short;
  return Number(process.env.FAULTS_ROUNDS ?? full);
}

export const sized = <Size>(short: Size, full: Size): Size => (isFull ? full : short);

/** What no case may have: lost, doubled or undead markers. */
export function harm(verdicts: readonly Verdict[]): Pick<Verdict, "lost" | "doubled" | "undead"> {
  return {
    lost: verdicts.flatMap(({ lost }) => lost),
    doubled: verdicts.flatMap(({ doubled }) => doubled),
    undead: verdicts.flatMap(({ undead }) => undead),
  };
}

export const NO_HARM = { lost: [], doubled: [], undead: [] };

export const markersOf = (verdicts: readonly Verdict[]) => verdicts.reduce((sum, { markers }) => sum + markers, 0);

/** The value below which `share` of the values lie, in whole milliseconds. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

const file = fileURLToPath(new URL(isFull ? "results.json" : "../../test-results/faults.json", import.meta.url));

/** Keeps a case's figures: of a full run beside the suite, of a short one with the other results of the test run. */
export function keep(id: string, figures: Figures): void {
  process.stdout.write(`${id}: ${JSON.stringify(figures)}\n`);
  mkdirSync(dirname(file), { recursive: true });
  const kept = readKept();
  kept[id] = { ...figures, at: new Date().toISOString() };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}

function readKept(): Record<string, Figures> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/**
 * `npm run bench -- live [--quick] [--only=<row>,<row>] [--contestants=<id>,<id>] [--rounds=<n>] [--verbose]`
 *
 * Every round measures every contestant in turn, so that what the machine does meanwhile meets all of them. Results are
 * written after every round: a run that is stopped keeps what it has.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allContestants, type Contestant, removePlaces } from "./contestants.ts";
import { type Effort, FULL, QUICK } from "./effort.ts";
import { b4Document, longDocument, shortDocument } from "./load/documents.ts";
import { BenchDatabase } from "./measure/database.ts";
import { readOptions } from "./options.ts";
import { describeMachine } from "./report/machine.ts";
import { Measured } from "./report/measured.ts";
import { writePage } from "./report/page.ts";
import { type Results, writeResults } from "./report/results.ts";
import { KILL_ROWS, killAll } from "./scenarios/kills.ts";
import { latency } from "./scenarios/latency.ts";
import { memory } from "./scenarios/memory.ts";
import { oneDocument } from "./scenarios/one-document.ts";
import { opening } from "./scenarios/opening.ts";
import { pairs } from "./scenarios/pairs.ts";
import { returning } from "./scenarios/returning.ts";
import { type Bench, type Figures, newDocuments, type Scenario } from "./scenarios/scenario.ts";

const SCENARIOS: readonly Scenario[] = [latency, oneDocument, pairs, memory, opening, returning];
const MEASUREMENT_WITHIN_MS = 60_000;
const results = (name: string) => fileURLToPath(new URL(`../results/${name}.json`, import.meta.url));
const page = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

const startedAt = performance.now();
const options = readOptions(process.argv.slice(2));
const effort: Effort = {
  ...(options.quick ? QUICK : FULL),
  ...(options.rounds !== null && { rounds: options.rounds }),
};
const measured = new Measured();
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const elapsed = () => performance.now() - startedAt;
const seconds = () => `${Math.round(elapsed() / 1_000)} s`;

const database = await BenchDatabase.start();
try {
  await run();
} finally {
  await database.stop();
  await removePlaces();
}
process.exit(measured.failures.length > 0 ? 1 : 0);

async function run(): Promise<void> {
  const all = await allContestants(database);
  const contestants = all.filter(({ id }) => !options.contestants || options.contestants.has(id));
  const bench = await prepare(contestants);
  const wanted = (rows: readonly string[]) => !options.only || rows.some((row) => options.only?.has(row));
  const scenarios = SCENARIOS.filter((scenario) => wanted(scenario.rows));
  const killing = wanted(KILL_ROWS);
  const until = effort.withinMs - (killing ? effort.kills.withinMs : 0);
  const took = new Map<Scenario, number>();

  say(`ready after ${seconds()}`);
  for (let round = 0; round < effort.rounds && scenarios.length > 0; round++) {
    for (const scenario of scenarios) {
      // All contestants or none: a row whose rounds are not the same for all compares nothing.
      if (elapsed() + (took.get(scenario) ?? 0) > until) continue;
      const began = elapsed();
      for (const contestant of contestants) await measure(bench, scenario, contestant, round);
      took.set(scenario, elapsed() - began);
    }
    save(contestants);
    say(`round ${round + 1} of ${effort.rounds} done after ${seconds()}`);
  }
  if (killing) {
    await killAll(bench, contestants, measured);
    save(contestants);
  }
  for (const { sentence } of measured.failures) say(`failed: ${sentence}`);
  say(`done after ${seconds()}`);
}

async function prepare(contestants: readonly Contestant[]): Promise<Bench> {
  const long = longDocument();
  const [b4Id, ...longIds] = newDocuments(1 + Math.max(100, effort.openDocuments + 20)) as [string, ...string[]];
  const library = { b4: { id: b4Id, material: b4Document() }, long: { ids: longIds, material: long } };
  const states = new Map(longIds.map((id) => [id, long.state]));
  states.set(b4Id, library.b4.material.state);
  for (const contestant of contestants) await contestant.keep(states);
  return { database, effort, short: shortDocument(), library, found: new Map() };
}

async function measure(bench: Bench, scenario: Scenario, contestant: Contestant, round: number): Promise<void> {
  const began = elapsed();
  let late: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error("took too long")), MEASUREMENT_WITHIN_MS);
  });
  try {
    const figures =
      figuresWithout(scenario, contestant) ?? (await Promise.race([scenario.measure(bench, contestant), deadline]));
    const rows = Object.entries(figures).filter(([row]) => !options.only || options.only.has(row));
    measured.add(contestant, round, Object.fromEntries(rows));
    if (options.verbose) tell(scenario, contestant, elapsed() - began, rows);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const rows = scenario.rows.filter((row) => !options.only || options.only.has(row));
    measured.failures.push({ rows, sentence: `${scenario.id} of ${contestant.id} in round ${round + 1}: ${why}` });
  } finally {
    clearTimeout(late);
  }
}

/** What need not be measured to be known. */
function figuresWithout({ readsOnly, needsDocuments, rows }: Scenario, contestant: Contestant): Figures | null {
  const { differsOnlyInStoring, kind } = contestant;
  const why =
    needsDocuments && kind === "floor"
      ? "keeps no documents"
      : readsOnly && differsOnlyInStoring
        ? `nothing is stored here: as ${differsOnlyInStoring}`
        : null;
  return why === null ? null : Object.fromEntries(rows.map((row) => [row, why]));
}

function tell({ id }: Scenario, contestant: Contestant, ms: number, rows: [string, number | string][]): void {
  const figures = rows.map(([row, value]) => `${row} ${typeof value === "number" ? value.toPrecision(3) : value}`);
  say(`${contestant.id}, ${id} (${Math.round(ms)} ms): ${figures.join(", ")}`);
}

/** A full run writes the page; a quick one leaves what a full one has written. */
function save(contestants: readonly Contestant[]): void {
  const at = new Date().toISOString();
  const described = contestants.map(({ id, title, kind, durability }) => [id, { title, kind, durability }] as const);
  const now: Results = {
    at,
    command: `npm run bench -- live${process.argv
      .slice(2)
      .map((word) => ` ${word}`)
      .join("")}`,
    machine: describeMachine(database.version),
    contestants: Object.fromEntries(described),
    kills: measured.kills,
    failures: measured.failures,
    rows: measured.rows(contestants, at),
  };
  // With some of the contestants only, "the best peer" means nothing.
  if (options.contestants) return;
  const whole = writeResults(results(options.quick ? "live-quick" : "live"), now);
  if (!options.quick || !existsSync(results("live"))) writePage(page, whole);
}

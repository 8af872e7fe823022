import { expect, test } from "vitest";
import { isFull, keep } from "./case.ts";
import { runSeed, type Size } from "./convergence/run-seed.ts";

/** FUZZ_SEEDS sets how many, FUZZ_FROM the first of them, FUZZ_OPERATIONS how much each of the five does. */
const SEEDS = Number(process.env.FUZZ_SEEDS ?? (isFull ? 10_000 : 300));
const FIRST = Number(process.env.FUZZ_FROM ?? Math.floor(Math.random() * 2 ** 31));
const SIZE: Size = { authors: 5, operations: Number(process.env.FUZZ_OPERATIONS ?? (isFull ? 200 : 16)) };

/**
 * Seeds that failed once, with the number of operations at which they did. What they found: a binding that threw when
 * a text shrank twice in one arrival; words lost where two people began in one empty paragraph; marks that the
 * server's copy had tidied away and the clients had not.
 */
const FAILED_ONCE: readonly [seed: number, operations: number][] = [
  [2, 40],
  [9, 40],
  [25, 40],
  [19, 40],
  [1166, 40],
];

test.each(FAILED_ONCE)("T94: seed %d with %d operations, which failed once, comes together", (seed, operations) => {
  expect(problemsOf(seed, { ...SIZE, operations })).toEqual([]);
});

test(`T94: five editors over bad lines and a server that is killed come together (${SEEDS} seeds from ${FIRST})`, {
  timeout: 60_000 + SEEDS * SIZE.operations * 100,
}, () => {
  const problems: string[] = [];
  const sum = { seeds: SEEDS, operations: SIZE.operations * SIZE.authors, typed: 0, due: 0, tidied: 0 };
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    problems.push(...problemsOf(seed, SIZE, sum));
  }
  keep("T94", { ...sum, problems: problems.length });
  expect(problems).toEqual([]);
  // Otherwise nothing was judged.
  expect(sum.due).toBeGreaterThan(SEEDS);
  // See "Known edges" in docs/realtime.md. About one in 1,500; a binding that grew worse would show.
  expect(sum.tidied).toBeLessThanOrEqual(Math.ceil(sum.due / 150));
});

function problemsOf(seed: number, size: Size, sum = { typed: 0, due: 0, tidied: 0 }): string[] {
  const outcome = attempt(seed, size);
  if (typeof outcome === "string") return [outcome];
  sum.typed += outcome.typed;
  sum.due += outcome.due;
  sum.tidied += outcome.tidied.length;
  const problems = [
    ...outcome.lost.map((marker) => `${marker} is lost`),
    ...outcome.doubled.map((marker) => `${marker} is there twice`),
    ...outcome.refused.map((code) => `an honest edit was refused: ${code}`),
  ];
  if (!outcome.converged) problems.push("not everybody reads the same");
  if (!outcome.fitsSchema) problems.push("the text does not fit the editor's schema");
  return problems.map((problem) => `seed ${seed}, ${size.operations} operations: ${problem}`);
}

function attempt(seed: number, size: Size): ReturnType<typeof runSeed> | string {
  try {
    return runSeed(seed, size);
  } catch (error) {
    return `seed ${seed}, ${size.operations} operations: ${error instanceof Error ? error.stack : error}`;
  }
}

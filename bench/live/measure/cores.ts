import { availableParallelism } from "node:os";

/** The server has a core of its own; the load generator and the database share the other one. */
export const SERVER_CORE = "0";
export const LOAD_CORE = "1";

/** All of them: a child inherits the one core that the load generator runs on. */
export const ANY_CORE = `0-${coresOfMachine() - 1}`;

/** What to put before a command so that it runs on that core; nothing where cores cannot be chosen. */
export function onCore(core: string): readonly string[] {
  return canPin ? ["taskset", "-c", core] : [];
}

export const canPin = process.platform === "linux" && coresOfMachine() > 1;

/** A process that is pinned itself sees one core; run.mjs counted them before. */
export function coresOfMachine(): number {
  return Number(process.env.BENCH_CORES ?? availableParallelism());
}

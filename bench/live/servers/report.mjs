import { setTimeout as sleep } from "node:timers/promises";

/**
 * What every measured server tells its parent: the port once it listens, and its own CPU and memory when asked.
 * Everything else a server does is the contestant's.
 */
export function report(port) {
  process.on("message", async (question) => {
    if (question === "figures") {
      const { user, system } = process.cpuUsage();
      process.send({ cpuMs: (user + system) / 1_000 });
    }
    if (question === "memory") {
      // Twice, with a pause: finalisers of the first round free what the second one takes away.
      for (let round = 0; round < 2; round++) {
        globalThis.gc?.();
        await sleep(50);
      }
      const { heapUsed, external } = process.memoryUsage();
      process.send({ held: heapUsed + external });
    }
  });
  process.on("disconnect", () => process.exit(0));
  process.send({ port });
}

/** The settings that the parent gave, as JSON. */
export const settings = JSON.parse(process.env.BENCH_SETTINGS ?? "{}");

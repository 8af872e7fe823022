import type { Log } from "#server/services.ts";

export type StopStep = { name: string; run: () => Promise<unknown> };

/**
 * Stops one part after the other; each goes on when an earlier one failed, because a pool that does not close is no
 * reason to leave a database running. Answers the exit code: 1 when anything failed or `deadlineMs` was over.
 */
export async function stopInOrder(steps: readonly StopStep[], deadlineMs: number, log: Log): Promise<0 | 1> {
  let failed = false;
  let current = "";
  const work = (async () => {
    for (const { name, run } of steps) {
      current = name;
      try {
        await run();
      } catch (error) {
        failed = true;
        log.error({ err: error, part: name }, "a part did not stop well");
      }
    }
    return "done" as const;
  })();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), deadlineMs);
  });
  const end = await Promise.race([work, deadline]);
  clearTimeout(timer);
  if (end === "late") log.error({ part: current, deadlineMs }, "stopping took too long");
  return failed || end === "late" ? 1 : 0;
}

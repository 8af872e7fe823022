import type { Log } from "#server/services.ts";

const HOUR_MS = 3_600_000;

/** Does a chore every hour, one at a time; any node may do it, so it must be harmless when repeated. */
export function hourly(chore: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  let busy: Promise<void> | null = null;
  const timer = setInterval(() => {
    busy ??= chore()
      .catch((error: unknown) => log.error({ err: error }, "an hourly chore failed"))
      .finally(() => {
        busy = null;
      });
  }, HOUR_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

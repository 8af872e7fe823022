import type { Log } from "#server/services.ts";

const LOOKS_EVERY_MS = 60_000;
const ALARMING_MS = 2_000;

export interface DatabaseClock {
  now(): Date;
  stop(): void;
}

/**
 * The time by the database's clock, the only one that all nodes share: sessions, meetings and decisions are dated by
 * it, so a node whose own clock is a day off neither ends everybody's session nor keeps one for ever. Looked up once a
 * minute; while the database is away, the difference that was seen last holds.
 */
export async function databaseClock(ask: () => Promise<Date>, log: Pick<Log, "warn">): Promise<DatabaseClock> {
  let aheadMs = 0;
  let hasComplained = false;
  const look = async () => {
    const before = Date.now();
    const theirs = await ask();
    const after = Date.now();
    aheadMs = Math.round(theirs.getTime() - (before + after) / 2);
    const isOff = Math.abs(aheadMs) > ALARMING_MS;
    if (isOff && !hasComplained) log.warn({ aheadMs }, "the clock of this computer and the database's differ");
    hasComplained = isOff;
  };
  await look();
  const timer = setInterval(() => void look().catch(() => {}), LOOKS_EVERY_MS);
  timer.unref();
  return { now: () => new Date(Date.now() + aheadMs), stop: () => clearInterval(timer) };
}

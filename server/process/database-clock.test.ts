import { afterEach, expect, test, vi } from "vitest";
import { databaseClock } from "./database-clock.ts";

afterEach(() => void vi.useRealTimers());

test("tells the database's time, complains once when ours is off, and looks again", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-22T08:00:00Z") });
  const complaints: object[] = [];
  let ahead = 86_400_000;
  const clock = await databaseClock(async () => new Date(Date.now() + ahead), {
    warn: (facts) => complaints.push(facts),
  });
  expect(clock.now()).toEqual(new Date("2026-11-23T08:00:00Z"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(complaints).toEqual([{ aheadMs: 86_400_000 }]);
  ahead = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now()).toEqual(new Date("2026-11-22T08:02:00Z"));
  clock.stop();
});

test("goes on with what it knew while the database is away", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-22T08:00:00Z") });
  let answers = [new Date("2026-11-22T07:00:00Z")];
  const ask = () => (answers.length > 0 ? Promise.resolve(answers.pop() as Date) : Promise.reject(new Error("away")));
  const clock = await databaseClock(ask, { warn: () => {} });
  answers = [];
  await vi.advanceTimersByTimeAsync(120_000);
  expect(clock.now()).toEqual(new Date("2026-11-22T07:02:00Z"));
  clock.stop();
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Services } from "#server/services.ts";
import { historyKeeping } from "./history-keeping.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Versions whose keeping lasts until the test lets it end. */
function slowVersions() {
  let end = () => {};
  const work = new Promise<never>((_, reject) => {
    end = () => reject(new Error("the database went away"));
  });
  const asked: string[] = [];
  const complaints: string[] = [];
  const services = {
    live: {
      keepVersions(documentId: string) {
        asked.push(documentId);
        return work;
      },
    },
    log: { error: (_facts: object, sentence: string) => void complaints.push(sentence) },
  } as unknown as Services;
  return { services, asked, complaints, end: () => end() };
}

test("who stops it waits for what it is at, also when that fails", async () => {
  const { services, asked, complaints, end } = slowVersions();
  const history = historyKeeping(() => services);
  history.written("one", 200);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual(["one"]);

  let stopped = false;
  const stop = history.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stopped).toBe(false);
  end();
  await stop;
  expect(complaints).toHaveLength(1);
});

test("it begins nothing more once it was stopped", async () => {
  const { services, asked } = slowVersions();
  const history = historyKeeping(() => services);
  history.written("one", 200);
  await history.stop();
  history.written("two", 200);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toEqual([]);
});

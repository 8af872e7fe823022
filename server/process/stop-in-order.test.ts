import { expect, test } from "vitest";
import { stopInOrder } from "./stop-in-order.ts";

const silent = { info() {}, warn() {}, error() {} };
const never = () => new Promise<void>(() => {});

test("parts stop in the order given and the exit code is 0", async () => {
  const stopped: string[] = [];
  const part = (name: string) => ({ name, run: async () => void stopped.push(name) });
  expect(await stopInOrder([part("realtime"), part("http"), part("pool")], 1000, silent)).toBe(0);
  expect(stopped).toEqual(["realtime", "http", "pool"]);
});

test("a part that fails is reported and does not keep the next one running", async () => {
  const stopped: string[] = [];
  const lines: object[] = [];
  const steps = [
    { name: "realtime", run: () => Promise.reject(new Error("2 updates are not on disk")) },
    { name: "pool", run: async () => void stopped.push("pool") },
  ];
  expect(await stopInOrder(steps, 1000, { ...silent, error: (facts) => void lines.push(facts) })).toBe(1);
  expect(stopped).toEqual(["pool"]);
  expect(lines).toMatchObject([{ part: "realtime" }]);
});

test("a part that hangs is named when the deadline is over", async () => {
  const lines: object[] = [];
  const log = { ...silent, error: (facts: object) => void lines.push(facts) };
  expect(await stopInOrder([{ name: "http", run: never }], 20, log)).toBe(1);
  expect(lines).toEqual([{ part: "http", deadlineMs: 20 }]);
});

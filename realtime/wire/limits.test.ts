import { expect, test } from "vitest";
import { GATE_LIMITS } from "../documents/gate/index.ts";
import { LIMITS } from "./limits.ts";

test("the protocol and the gate agree on the size of an update", () => {
  expect(LIMITS.updateBytes).toBe(GATE_LIMITS.bytes);
});

test("whatever may be sent fits the frame it is sent in", () => {
  const around = 1_024;
  for (const limit of [LIMITS.updateBytes, LIMITS.vectorBytes, LIMITS.presenceBytes])
    expect(limit + around).toBeLessThan(LIMITS.frameBytes);
});

test("a dead line is noticed within 45 seconds, and its ghost is gone in 35 (T89, T26)", () => {
  expect(LIMITS.pingIntervalMs + LIMITS.pingTimeoutMs).toBeLessThanOrEqual(35_000);
  expect(LIMITS.presenceExpiryMs + LIMITS.presenceTickMs).toBeLessThanOrEqual(35_000);
});

test("presence is repeated before awareness forgets it after 30 seconds", () => {
  expect(LIMITS.presenceRefreshMs * 2).toBeLessThan(30_000);
});

import { expect, it } from "vitest";
import { reconnectDelay } from "./reconnect-delay.ts";

it("tries again at once the first time, spreads over three seconds the next, and never waits half a minute", () => {
  expect(reconnectDelay(1, 0.999)).toBeLessThan(1_000);
  expect(reconnectDelay(2, 0.999) - reconnectDelay(2, 0)).toBeGreaterThan(2_990);
  expect(reconnectDelay(3, 0.999)).toBeGreaterThan(reconnectDelay(2, 0.999));
  expect(reconnectDelay(1_000, 0.999)).toBeLessThan(30_000);
});

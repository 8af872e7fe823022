import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bus } from "../bus/bus.ts";
import { LIMITS } from "../wire/limits.ts";
import type { Presence } from "./presence.ts";
import { PresenceBoard, type Showing } from "./presence-board.ts";

let sent: string[];
let board: PresenceBoard;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  board = new PresenceBoard({} as Bus, LIMITS, () => []);
});
afterEach(() => {
  board.close();
  vi.useRealTimers();
});

function document(id: string): Showing {
  const flush = () => {
    sent.push(id);
    return [];
  };
  return { id, presence: { flush } as unknown as Presence, members: new Set() };
}

test("those who come and go wait for each other, and for a cursor that moves", () => {
  const [arriving, moving] = [document("arriving"), document("moving")];
  board.add(arriving, "arrival");
  board.add(moving, "arrival");
  board.add(moving, "cursor");
  board.add(moving, "arrival");
  vi.advanceTimersByTime(LIMITS.presenceTickMs);
  expect(sent).toEqual(["moving"]);
  board.add(arriving, "arrival");
  vi.advanceTimersByTime(LIMITS.presenceArrivalMs);
  expect(sent).toEqual(["moving", "arriving"]);
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual(["moving", "arriving"]);
});

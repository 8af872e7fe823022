import { describe, expect, test } from "vitest";
import { isReturn, refuseMove, STAGES, visitsOf } from "./phases.ts";

const running = { stage: "implement", closed: false } as const;

describe("moving through the loop", () => {
  test("CP2 every other stage can be reached from every stage", () => {
    for (const from of STAGES)
      for (const to of STAGES.filter((stage) => stage !== from))
        expect(refuseMove({ stage: from, closed: false }, { to, why: "omdat" }), `${from} → ${to}`).toBeNull();
  });

  test("CP3 going back asks for one line of why", () => {
    expect(refuseMove(running, { to: "need", why: "  " })).toBe("why-missing");
    expect(refuseMove(running, { to: "need", why: "de oorzaak zat elders" })).toBeNull();
    expect(refuseMove(running, { to: "need", why: "x".repeat(281) })).toBe("why-too-long");
  });

  test("CP3 going on asks for nothing", () => {
    expect(refuseMove(running, { to: "evaluate", why: "" })).toBeNull();
  });

  test("CP4 a second click on the same move is refused", () => {
    expect(refuseMove(running, { to: "implement", why: "" })).toBe("already-there");
  });

  test("CP5 a closed cycle does not move", () => {
    expect(refuseMove({ stage: "anchor", closed: true }, { to: "need", why: "opnieuw" })).toBe("cycle-closed");
  });

  test("leaving the way out for a phase is going back", () => {
    expect(isReturn("anchor", "evaluate")).toBe(true);
    expect(isReturn("evaluate", "anchor")).toBe(false);
  });
});

test("the loop knows where the cycle is, where it has been and how often it came back", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 8, day));
  const visits = visitsOf([
    { from: null, to: "need", at: at(1) },
    { from: "sources", to: "need", at: at(9) },
    { from: "need", to: "sources", at: at(5) },
  ]);
  expect(visits.map(({ stage, state, returns }) => `${stage} ${state} ${returns}`)).toEqual([
    "need current 1",
    "sources visited 0",
    "implement open 0",
    "evaluate open 0",
    "anchor open 0",
  ]);
});

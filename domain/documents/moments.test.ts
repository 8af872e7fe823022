import { describe, expect, test } from "vitest";
import { largeRemovals, sittingEnds, type WritingStep } from "./moments.ts";

const MINUTE = 60_000;
let seq = 0;
const step = (minute: number, personId: string | null, added: number, removed = 0): WritingStep => ({
  seq: ++seq,
  at: minute * MINUTE,
  personId,
  added,
  removed,
});
const from = (...steps: WritingStep[]) => {
  steps.forEach((each, index) => {
    each.seq = index + 1;
  });
  return steps;
};

describe("HV1 a sitting", () => {
  const steps = from(step(0, "anna", 10), step(4, "bram", 10), step(20, "anna", 10));
  test("ends when nobody wrote for five minutes", () => {
    expect(sittingEnds(steps, 21 * MINUTE)).toEqual([2]);
    expect(sittingEnds(steps, 25 * MINUTE)).toEqual([2, 3]);
  });
  test("goes on while somebody writes now and then", () => {
    expect(sittingEnds(steps.slice(0, 2), 8 * MINUTE)).toEqual([]);
  });
  test("never ends in the middle of a row", () => {
    const [one, two] = from(step(0, "anna", 1), step(0, "bram", 1));
    two!.seq = 1;
    expect(sittingEnds([one!, two!], 60 * MINUTE)).toEqual([1]);
  });
});

describe("HV2 a large removal", () => {
  test("is more than half of the text by one person at once, and the row before it is where to go back to", () => {
    const steps = from(step(0, "anna", 20), step(1, "mallory", 0, 600), step(2, "bram", 30));
    expect(largeRemovals(1_000, steps)).toEqual([
      { personId: "mallory", beforeSeq: 1, at: MINUTE, lengthBefore: 1_020 },
    ]);
  });
  test("may come in pieces within two minutes", () => {
    const steps = from(step(0, "mallory", 0, 300), step(1, "anna", 5), step(1.5, "mallory", 0, 300));
    expect(largeRemovals(1_000, steps)).toMatchObject([{ beforeSeq: 0, lengthBefore: 1_000 }]);
  });
  test("is none when the pieces lie further apart", () => {
    expect(largeRemovals(1_000, from(step(0, "mallory", 0, 300), step(3, "mallory", 0, 300)))).toEqual([]);
  });
  test("is none when two people each take a part", () => {
    expect(largeRemovals(1_000, from(step(0, "anna", 0, 300), step(1, "bram", 0, 300)))).toEqual([]);
  });
  test("is none when the person puts as much in its place in the same stroke", () => {
    expect(largeRemovals(1_000, from(step(0, "anna", 900, 1_000)))).toEqual([]);
  });
  test("is none in a text of a few words", () => {
    expect(largeRemovals(150, from(step(0, "anna", 0, 150)))).toEqual([]);
  });
  test("counts once, and a second one counts again", () => {
    const steps = from(step(0, "m", 0, 900), step(0, "m", 0, 50), step(1, "a", 2_000), step(1.5, "m", 0, 2_000));
    expect(largeRemovals(1_000, steps).map(({ beforeSeq }) => beforeSeq)).toEqual([0, 3]);
  });
  test("of the server itself is none", () => {
    expect(largeRemovals(1_000, from(step(0, null, 0, 1_000)))).toEqual([]);
  });
});

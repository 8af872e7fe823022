import { expect, test } from "vitest";
import { strandFacts } from "#content/toolkit/index.ts";
import {
  layOutPicture,
  type Mark,
  monthX,
  PICTURE,
  type PlacedMark,
  scaleRight,
  stripLeft,
} from "./lay-out-picture.ts";

const marksIn = (language: "nl" | "en") =>
  strandFacts.map((facts) => ({
    ...facts,
    label: language === "nl" ? facts.nameNl : facts.nameEn,
  })) as unknown as Mark[];

const pictures = (["nl", "en"] as const).map((language) => layOutPicture(marksIn(language)));
const spanOf = ({ x, side, labelWidth }: PlacedMark<Mark>): [number, number] =>
  side === "right" ? [x - 8, x + 13 + labelWidth] : [x - 13 - labelWidth, x + 8];

test("every strand has one place, in the lane of its cost", () => {
  for (const { lanes } of pictures) {
    expect(lanes.map(({ cost }) => cost)).toEqual([1, 2, 3, 4, 5]);
    expect(lanes.flatMap(({ marks }) => marks)).toHaveLength(40);
    for (const lane of lanes)
      for (const { cost, y } of lane.marks) {
        expect(cost).toBe(lane.cost);
        expect(y).toBeGreaterThan(lane.top);
        expect(y).toBeLessThan(lane.top + lane.height);
      }
  }
});

test("no sign or label touches another, in either language", () => {
  for (const { lanes } of pictures) {
    const marks = lanes.flatMap((lane) => lane.marks);
    for (const one of marks)
      for (const other of marks) {
        if (one === other || one.y !== other.y) continue;
        const [[from, to], [otherFrom, otherTo]] = [spanOf(one), spanOf(other)];
        expect(from > otherTo || to < otherFrom, `${one.label} and ${other.label}`).toBe(true);
      }
  }
});

test("nothing is drawn outside the picture, and labels of the scale stay out of the strip", () => {
  for (const { lanes } of pictures)
    for (const mark of lanes.flatMap((lane) => lane.marks)) {
      const [from, to] = spanOf(mark);
      expect(from, mark.label).toBeGreaterThanOrEqual(0);
      expect(to, mark.label).toBeLessThanOrEqual(mark.impactMonths === null ? PICTURE.width : stripLeft);
    }
});

test("TK1 niet te bepalen has a strip of its own, right of every number of months", () => {
  for (const { scale } of pictures) expect(monthX(scale, scale.last)).toBeLessThan(scaleRight);
  const unknown = pictures[0]?.lanes.flatMap(({ marks }) => marks.filter(({ impactMonths }) => impactMonths === null));
  expect(unknown).toHaveLength(4);
  for (const { x } of unknown ?? []) expect(x).toBeGreaterThan(stripLeft);
});

test("a lane without strands is still there: that nothing costs so much is a fact too", () => {
  const high = pictures[0]?.lanes.find(({ cost }) => cost === 4);
  expect(high).toMatchObject({ marks: [] });
  expect(high?.height).toBeGreaterThan(0);
});

test("the scale grows with the figures of a later edition", () => {
  const [one] = marksIn("nl");
  const { scale, lanes } = layOutPicture([{ ...one, impactMonths: 11 } as Mark, { ...one, impactMonths: -7 } as Mark]);
  expect([scale.first, scale.last]).toEqual([-7, 11]);
  for (const mark of lanes.flatMap(({ marks }) => marks)) expect(spanOf(mark)[1]).toBeLessThan(stripLeft);
});

import { describe, expect, test } from "vitest";
import { PHASES } from "#domain/cycles/phases.ts";
import { angleOf, penStroke, phaseStroke, pointAt, returnArc, wayOutStroke } from "./geometry.ts";

/** Every pair of coordinates in a path, without the radii of its arcs. */
const pointsOf = (path: string) =>
  [...path.replace(/A\S+ \S+ 0 0 1 /g, "L").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);

test("the clock begins at the top and turns to the right", () => {
  expect(pointAt(0, 10)).toEqual({ x: 0, y: -10 });
  expect(pointAt(90, 10).x).toBeCloseTo(10);
  expect(pointAt(180, 10).y).toBeCloseTo(10);
});

test("the phases stand in the four corners, clockwise from the top right", () => {
  const corners = PHASES.map((phase) => pointAt(angleOf(phase), 1)).map(
    ({ x, y }) => `${Math.sign(x)} ${Math.sign(y)}`,
  );
  expect(corners).toEqual(["1 -1", "1 1", "-1 1", "-1 -1"]);
});

describe("a pen stroke", () => {
  const straight = penStroke(
    (t) => ({ x: 10 * t, y: 0 }),
    () => 4,
    1,
  );

  test("lies half its width on both sides of its curve", () => {
    expect(new Set(pointsOf(straight).map(({ y }) => Math.abs(y)))).toEqual(new Set([2]));
  });

  test("is closed, with round ends", () => {
    expect(straight).toMatch(/^M.*Z$/);
    expect(straight.match(/A2 2 0 0 1/g)).toHaveLength(2);
  });

  test("has no number that a browser cannot read", () => {
    const strokes = PHASES.map((phase) => phaseStroke(phase, 100, 6, { start: 3, end: 12 }));
    for (const path of [...strokes, wayOutStroke(100, { leaves: 331, rise: 26, reach: 126 }, { start: 3, end: 9 })]) {
      expect(path).not.toMatch(/NaN|Infinity|e-|undefined|-0(?![.\d])/);
    }
  });
});

test("a phase stays on its ring and swells along the way", () => {
  const points = pointsOf(phaseStroke("need", 100, 6, { start: 4, end: 12 }));
  expect(Math.min(...points.map(far))).toBeGreaterThan(92);
  expect(Math.max(...points.map(far))).toBeLessThan(108);
  expect(points[0] && far(points[0])).toBeCloseTo(102, 1);
});

test("the way out leaves from the ring and ends above it, to the right", () => {
  const points = pointsOf(wayOutStroke(100, { leaves: 331, rise: 26, reach: 126 }, { start: 3, end: 9 }));
  const start = points[0];
  expect(start && Math.abs(far(start) - 100)).toBeLessThan(2);
  expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(126, 0);
  expect(Math.min(...points.map(({ y }) => y))).toBeCloseTo(-126 - 4.5, 0);
});

describe("a return", () => {
  const ends = (path: string) => {
    const points = pointsOf(path);
    return [points[0], points.at(-1)];
  };

  test("runs inside the ring from the later phase to the earlier one", () => {
    const { line } = returnArc("implement", "sources", 70, 0);
    const [from, to] = ends(line);
    expect(from && from.x < 0 && from.y > 0).toBe(true);
    expect(to && to.x > 0 && to.y > 0).toBe(true);
    expect(Math.max(...pointsOf(line).map(far))).toBeLessThanOrEqual(70.1);
  });

  test("takes the short way over the top from the last phase to the first", () => {
    const [, control] = pointsOf(returnArc("evaluate", "need", 70, 0).line);
    expect(control?.y).toBeLessThan(0);
  });

  test("of the second time does not lie on that of the first", () => {
    expect(returnArc("implement", "sources", 70, 1).line).not.toBe(returnArc("implement", "sources", 70, 0).line);
  });

  test("ends where its head is", () => {
    const { line, head } = returnArc("evaluate", "sources", 70, 0);
    expect(pointsOf(head)[1]).toEqual(pointsOf(line).at(-1));
  });
});

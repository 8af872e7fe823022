import { PHASES, type Phase, type Stage } from "#domain/cycles/phases.ts";

/** Right and down are positive, as on a screen; the ring's centre is (0, 0). */
export interface Point {
  x: number;
  y: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const rounded = (value: number): string => String(Math.round(value * 100) / 100 || 0);
const written = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/** A point of the clock: degrees from twelve o'clock, clockwise. */
export const pointAt = (degrees: number, radius: number): Point => ({
  x: radius * Math.sin(radians(degrees)),
  y: -radius * Math.cos(radians(degrees)),
});

/** Where a phase stands on the ring: the four corners of the clock, read clockwise from the top right. */
export const angleOf = (phase: Phase): number => 45 + 90 * PHASES.indexOf(phase);

/**
 * A pen stroke: a closed outline that follows `curve` (0 → 1), as wide as `width` says at every point, with round
 * ends. Drawn as Bézier pieces through sampled points, so it stays smooth at any size.
 */
export function penStroke(curve: (t: number) => Point, width: (t: number) => number, pieces: number): string {
  const side = (sign: 1 | -1) => (t: number) => {
    const step = 1e-4;
    const [before, here, after] = [curve(t - step), curve(t), curve(t + step)];
    const length = Math.hypot(after.x - before.x, after.y - before.y);
    const half = (sign * width(t)) / 2;
    return { x: here.x + (half * (after.y - before.y)) / length, y: here.y - (half * (after.x - before.x)) / length };
  };
  const [left, right] = [side(1), side(-1)];
  const cap = (t: number) => `A${rounded(width(t) / 2)} ${rounded(width(t) / 2)} 0 0 1 `;
  return [
    `M${written(left(0))}`,
    beziers(left, 0, 1, pieces),
    cap(1) + written(right(1)),
    beziers(right, 1, 0, pieces),
    cap(0) + written(left(0)),
    "Z",
  ].join("");
}

/** The curve from `start` to `end` as cubic pieces that keep its direction where they meet. */
function beziers(curve: (t: number) => Point, start: number, end: number, pieces: number): string {
  const span = (end - start) / pieces;
  const slope = (t: number): Point => {
    const step = 1e-4;
    const [a, b] = [curve(t - step), curve(t + step)];
    return { x: (b.x - a.x) / (2 * step), y: (b.y - a.y) / (2 * step) };
  };
  return Array.from({ length: pieces }, (_, index) => {
    const [t0, t1] = [start + index * span, start + (index + 1) * span];
    const [p0, p1, d0, d1] = [curve(t0), curve(t1), slope(t0), slope(t1)];
    const c0 = { x: p0.x + (d0.x * span) / 3, y: p0.y + (d0.y * span) / 3 };
    const c1 = { x: p1.x - (d1.x * span) / 3, y: p1.y - (d1.y * span) / 3 };
    return `C${written(c0)} ${written(c1)} ${written(p1)}`;
  }).join("");
}

/** Between two numbers, without sharp ends. */
const ease = (from: number, to: number, t: number): number => from + (to - from) * t * t * (3 - 2 * t);

export interface StrokeWidths {
  start: number;
  end: number;
}

/** A quarter of the ring, swelling along the way so that the direction can be seen without an arrow. */
export function phaseStroke(phase: Phase, radius: number, gap: number, { start, end }: StrokeWidths): string {
  const from = angleOf(phase) - 45 + gap;
  const sweep = 90 - 2 * gap;
  return penStroke(
    (t) => pointAt(from + sweep * t, radius),
    (t) => ease(start, end, t),
    3,
  );
}

export interface WayOut {
  /** Where the ring is left, in degrees. */
  leaves: number;
  /** How far above the top of the ring the way runs. */
  rise: number;
  /** How far right of the centre it ends. */
  reach: number;
}

/** The way out: leaves the ring after the last phase along the tangent, and runs on to the right. */
export function wayOutStroke(radius: number, { leaves, rise, reach }: WayOut, { start, end }: StrokeWidths): string {
  const begin = pointAt(leaves, radius);
  const finish = { x: reach, y: -radius - rise };
  const run = Math.hypot(finish.x - begin.x, finish.y - begin.y);
  const first = {
    x: begin.x + Math.cos(radians(leaves)) * run * 0.36,
    y: begin.y + Math.sin(radians(leaves)) * run * 0.36,
  };
  const second = { x: finish.x - run * 0.5, y: finish.y };
  return penStroke(
    (t) => cubic(begin, first, second, finish, t),
    (t) => ease(start, end, t),
    4,
  );
}

const cubic = (a: Point, b: Point, c: Point, d: Point, t: number): Point => {
  const u = 1 - t;
  const mix = (k: "x" | "y") => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
  return { x: mix("x"), y: mix("y") };
};

/** Where a return starts or ends: at its phase, or for the way out at the top of the ring. */
const returnAngle = (stage: Stage): number => (stage === "anchor" ? 356 : angleOf(stage));

/**
 * A return: a thin arc through the inside of the ring with a head at its end.
 *
 * @param nth how many of the same return were drawn before: each next one bends further in, so all can be counted.
 */
export function returnArc(from: Stage, to: Phase, radius: number, nth: number): { line: string; head: string } {
  const [a, b] = [returnAngle(from), returnAngle(to)];
  const clockwise = (((b - a) % 360) + 360) % 360;
  // The short way round; straight across bends to the side of the phases that it goes back over.
  const sweep = clockwise < 180 ? clockwise : clockwise - 360;
  const across = Math.abs(sweep) === 180;
  const lean = Math.sign(sweep) * ((across ? 0 : 10) - 8 * nth);
  const begin = pointAt(a + lean, radius);
  const finish = pointAt(b - lean, radius);
  const control = pointAt(a + sweep / 2, radius * ((across ? 0.42 : 0.5) - 0.3 * nth));
  const direction = Math.atan2(finish.y - control.y, finish.x - control.x);
  const barb = (turn: number): Point => ({
    x: finish.x - radius * 0.13 * Math.cos(direction + turn),
    y: finish.y - radius * 0.13 * Math.sin(direction + turn),
  });
  return {
    line: `M${written(begin)}Q${written(control)} ${written(finish)}`,
    head: `M${written(barb(0.55))}L${written(finish)}L${written(barb(-0.55))}`,
  };
}

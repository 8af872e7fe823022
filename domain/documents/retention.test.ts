import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VERSION_REASONS } from "./moments.ts";
import { type KeptVersion, UNNAMED_VERSIONS_AT_MOST, versionsToDrop } from "./retention.ts";

const now = new Date("2026-11-20T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let count = 0;
const kept = (ago: number, more: Partial<KeptVersion> = {}): KeptVersion => ({
  id: `v${++count}`,
  at: new Date(now.getTime() - ago),
  reason: "sitting",
  named: false,
  offered: false,
  ...more,
});
const left = (versions: readonly KeptVersion[]) => {
  const dropped = versionsToDrop(versions, now);
  return versions.filter(({ id }) => !dropped.includes(id));
};

describe("versions are thinned out", () => {
  test("VR1 but not the newest, a named one, the beginning, or one that an open notice offers", () => {
    const versions = [
      kept(900 * DAY),
      kept(900 * DAY + 1, { named: true }),
      kept(900 * DAY + 2, { offered: true }),
      kept(900 * DAY + 3, { reason: "begun" }),
      kept(900 * DAY + 4),
    ];
    expect(left(versions)).toEqual(versions.slice(0, 4));
  });
  test("VR2 and for two days not at all", () => {
    const versions = [0, 1, 2, 30, 47].map((hours) => kept(hours * HOUR));
    expect(left(versions)).toEqual(versions);
  });
  test("VR3 then to one a day, besides those around a move, a removal and a restore", () => {
    const newest = kept(0);
    const day = [kept(5 * DAY), kept(5 * DAY + HOUR), kept(5 * DAY + 2 * HOUR, { reason: "before-restore" })];
    expect(left([newest, ...day])).toEqual([newest, day[0], day[2]]);
  });
  test("VR4 then to one a week with every move, then to one a month", () => {
    const newest = kept(0);
    const weeks = [
      kept(100 * DAY),
      kept(101 * DAY, { reason: "moved" }),
      kept(100 * DAY + HOUR, { reason: "restored" }),
    ];
    const months = [kept(800 * DAY), kept(800 * DAY + HOUR, { reason: "moved" })];
    expect(left([newest, ...weeks, ...months])).toEqual([newest, weeks[0], weeks[1], months[0]]);
  });
  test("VR5 and never to more than two hundred without a name", () => {
    const versions = Array.from({ length: 300 }, (_, minutes) => kept(minutes * 60_000));
    expect(left(versions)).toEqual(versions.slice(0, UNNAMED_VERSIONS_AT_MOST + 1));
  });
});

test("thinning out again drops nothing more", () => {
  const version = fc.record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 1_000 }).map((days) => new Date(now.getTime() - days * DAY)),
    reason: fc.constantFrom(...VERSION_REASONS),
    named: fc.boolean(),
    offered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(version, { maxLength: 60, selector: ({ id }) => id }), (versions) => {
      expect(versionsToDrop(left(versions), now)).toEqual([]);
    }),
  );
});

import { expect, test } from "vitest";
import { dayOf, daysUntil, momentAt, schoolYearOf, wallTimeOf } from "./brussels.ts";

test("a wall time and its moment belong together in winter and in summer", () => {
  expect(momentAt("2026-12-01T15:30").toISOString()).toBe("2026-12-01T14:30:00.000Z");
  expect(momentAt("2027-05-04T15:30").toISOString()).toBe("2027-05-04T13:30:00.000Z");
  expect(wallTimeOf(momentAt("2027-05-04T15:30"))).toBe("2027-05-04T15:30");
});

test("the hour that summer time skips is read as one hour later", () => {
  expect(wallTimeOf(momentAt("2027-03-28T02:30"))).toBe("2027-03-28T03:30");
});

test("the hour that comes twice is the first of the two", () => {
  expect(momentAt("2027-10-31T02:30").toISOString()).toBe("2027-10-31T00:30:00.000Z");
});

test("late in the evening it is still today in Brussels, and soon tomorrow", () => {
  expect(dayOf(new Date("2026-11-21T22:59:00Z"))).toBe("2026-11-21");
  expect(dayOf(new Date("2026-11-21T23:01:00Z"))).toBe("2026-11-22");
});

test("days are counted by the calendar of Brussels, not in spans of 24 hours, also when the clocks change", () => {
  const morning = new Date("2026-11-22T08:00:00Z");
  expect([daysUntil("2026-11-21", morning), daysUntil("2026-11-22", morning)]).toEqual([-1, 0]);
  expect(daysUntil("2026-11-23", new Date("2026-11-22T22:59:00Z"))).toBe(1);
  expect(daysUntil("2026-11-23", new Date("2026-11-22T23:01:00Z"))).toBe(0);
  expect(daysUntil("2026-10-26", new Date("2026-10-24T12:00:00Z"))).toBe(2);
});

test("a school year begins on 1 September", () => {
  expect([schoolYearOf("2026-08-31"), schoolYearOf("2026-09-01")]).toEqual([2025, 2026]);
});

import { expect, test } from "vitest";
import { ago, ahead, dayAgo, dayAhead, instant, isoDay, schoolYear, withDates } from "./moments.ts";

const friday = new Date("2026-11-20T10:00:00Z");
const saturday = new Date("2026-11-21T10:00:00Z");

test("a day ago on a Saturday is the Thursday before, and tomorrow is Monday", () => {
  expect(isoDay(saturday, dayAgo(0, 1))).toBe("2026-11-19");
  expect(isoDay(saturday, dayAhead(0, 1))).toBe("2026-11-23");
  expect(isoDay(friday, dayAgo(1, 0))).toBe("2026-11-13");
});

test("weeks of holiday further back are passed over, those of the last two weeks are not", () => {
  // In 2026 the autumn holiday is 2 to 6 November, 11 November is free, and so are July and August.
  expect(isoDay(new Date("2026-11-09T10:00:00Z"), dayAgo(0, 3))).toBe("2026-11-04");
  expect(isoDay(friday, dayAgo(2, 1))).toBe("2026-10-30");
  expect(isoDay(new Date("2026-12-11T10:00:00Z"), dayAgo(5, 0))).toBe("2026-10-29");
  expect(isoDay(friday, dayAgo(12, 0))).toBe("2026-06-23");
});

test("a time is a time on the clock in Brussels, in summer and in winter", () => {
  expect(instant(friday, ago(1, 0, "15:45")).toISOString()).toBe("2026-11-13T14:45:00.000Z");
  expect(instant(friday, ago(6, 0, "15:45")).toISOString()).toBe("2026-10-05T13:45:00.000Z");
});

test("the order of the story holds on every day of the year", () => {
  for (let day = 0; day < 366; day += 1) {
    const today = new Date(Date.UTC(2026, 8, 1 + day, 10));
    const told = [ago(36, 0, "15:30"), ago(12, 4, "09:00"), ago(12, 0, "09:00"), ago(4, 1, "08:30"), ago(3, 4, "08:20")]
      .concat([ago(0, 1, "16:00"), ahead(0, 1, "15:40"), ahead(1, 0, "12:30")])
      .map((moment) => instant(today, moment).getTime());
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told[5]).toBeLessThan(today.getTime());
    expect(told[6]).toBeGreaterThan(today.getTime());
  }
});

test("the longest memory of the story stays within the school year before this one", () => {
  for (const today of ["2026-09-01", "2026-11-21", "2027-03-30", "2027-08-31"]) {
    const date = new Date(`${today}T10:00:00Z`);
    expect(isoDay(date, dayAgo(36, 0)) >= `${schoolYear(date, -1)}-08-25`).toBe(true);
  }
});

test("dates in texts become Dutch words", () => {
  expect(withDates(friday, "klaar tegen {date +1.0}, begonnen op {date 1.0} ({schoolyear -1})")).toBe(
    "klaar tegen 27 november, begonnen op 13 november (2025-2026)",
  );
});

test("a new school year begins on 1 September in Brussels", () => {
  expect(schoolYear(new Date("2026-08-31T21:59:00Z"))).toBe(2025);
  expect(schoolYear(new Date("2026-08-31T22:00:00Z"))).toBe(2026);
});

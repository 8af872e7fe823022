import { expect, test } from "vitest";
import { schoolDaysBetween } from "./school-days.ts";

const noon = (day: string) => new Date(`${day}T11:00:00Z`);

test("from a Friday to the Monday after it is one school day", () => {
  expect(schoolDaysBetween(noon("2026-11-20"), noon("2026-11-23"))).toBe(1);
});

test("the autumn holiday and Armistice Day do not count", () => {
  // 2–8 November 2026 is the holiday, the 11th a Wednesday off.
  expect(schoolDaysBetween(noon("2026-10-30"), noon("2026-11-13"))).toBe(4);
});

test("a summer of quiet is no quiet at all", () => {
  expect(schoolDaysBetween(noon("2027-06-30"), noon("2027-08-31"))).toBe(0);
});

test("the same day, or a day that is still to come, counts nothing", () => {
  expect(schoolDaysBetween(noon("2026-11-20"), noon("2026-11-20"))).toBe(0);
  expect(schoolDaysBetween(noon("2026-11-23"), noon("2026-11-20"))).toBe(0);
});

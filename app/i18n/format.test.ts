import { describe, expect, test } from "vitest";
import { daysFromTo, formatDate, formatList, formatNumber, formatRelativeDay } from "./format.ts";

describe("dates", () => {
  test("a moment is shown as the clock in Brussels showed it, in winter and in summer", () => {
    expect(formatDate("nl", "2026-01-15T23:30:00Z")).toBe("16 januari 2026");
    expect(formatDate("nl", "2026-07-15T12:05:00Z", "time")).toBe("14:05");
    expect(formatDate("en", "2026-03-12T13:05:00Z", "day")).toBe("Thursday 12 March");
  });

  test("tomorrow begins at midnight in Brussels, not after 24 hours", () => {
    expect(daysFromTo("2026-03-12T22:50:00Z", "2026-03-12T23:10:00Z")).toBe(1);
    expect(formatRelativeDay("nl", "2026-03-12T23:10:00Z", "2026-03-12T22:50:00Z")).toBe("morgen");
  });

  test("the night of summer time still counts as one day", () => {
    expect(daysFromTo("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(1);
  });

  test("far days are told in weeks and months", () => {
    const now = "2026-03-12T12:00:00Z";
    expect(formatRelativeDay("nl", "2026-03-15T12:00:00Z", now)).toBe("over 3 dagen");
    expect(formatRelativeDay("nl", "2026-02-19T12:00:00Z", now)).toBe("3 weken geleden");
    expect(formatRelativeDay("en", "2026-09-12T12:00:00Z", now)).toBe("in 6 months");
  });
});

test("numbers and lists are written as in Flanders and in Britain", () => {
  expect(formatNumber("nl", 1234.5)).toBe("1.234,5");
  expect(formatNumber("en", 1234.5)).toBe("1,234.5");
  expect(formatNumber("nl", 3, { signDisplay: "exceptZero" })).toBe("+3");
  expect(formatList("nl", ["An", "Bo", "Cas"])).toBe("An, Bo en Cas");
  expect(formatList("en", ["An", "Bo"], "or")).toBe("An or Bo");
});

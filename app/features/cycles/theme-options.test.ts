import { describe, expect, test } from "vitest";
import { themeGroups } from "./theme-options.ts";

describe("the themes to choose from", () => {
  test("the school year of today comes first and is the only one called now", () => {
    const groups = themeGroups("nl", new Date("2025-10-01T10:00:00Z"));
    expect(groups.map(({ year, now }) => [year, now])).toEqual([
      ["2025-2026", true],
      ["2026-2027", false],
      ["2024-2025", false],
    ]);
  });

  test("in August the old school year still counts", () => {
    expect(themeGroups("nl", new Date("2025-08-31T10:00:00Z"))[0]?.year).toBe("2024-2025");
  });

  test("after the last year of the agenda the newest themes come first", () => {
    expect(themeGroups("en", new Date("2028-02-01T10:00:00Z"))[0]?.year).toBe("2026-2027");
  });

  test("every theme is there once, in the reader's language", () => {
    const names = themeGroups("en", new Date("2026-01-01T10:00:00Z")).flatMap(({ themes }) =>
      themes.map((t) => t.name),
    );
    expect(new Set(names).size).toBe(15);
    expect(names).toContain("Differentiation");
  });
});

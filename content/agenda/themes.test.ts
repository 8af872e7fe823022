import { expect, test } from "vitest";
import { isThemeId, overarchingTheme, themeIds, themes } from "./index.ts";

test("the agenda holds exactly the fifteen themes its ids name, in the same order", () => {
  expect(themes.map((theme) => theme.id)).toEqual([...themeIds]);
  expect(new Set(themeIds).size).toBe(15);
});

test("every theme has a name in both languages and one of the three school years", () => {
  const years: Record<string, number> = {};
  for (const theme of themes) {
    expect(theme.nl.trim()).not.toBe("");
    expect(theme.en.trim()).not.toBe("");
    years[theme.year] = (years[theme.year] ?? 0) + 1;
  }
  expect(years).toEqual({ "2024-2025": 8, "2025-2026": 4, "2026-2027": 3 });
});

test("the overarching theme asks attention for three points and is no theme to choose", () => {
  expect(overarchingTheme.attention).toHaveLength(3);
  expect(themes.map((theme) => theme.nl)).not.toContain(overarchingTheme.nl);
});

test("an unknown word is not taken for a theme", () => {
  expect(isThemeId("homework")).toBe(true);
  expect(isThemeId("huiswerk")).toBe(false);
  expect(isThemeId("toString")).toBe(false);
});

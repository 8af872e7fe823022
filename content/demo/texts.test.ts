import { expect, test } from "vitest";
import { hasControlCharacters } from "#domain/cards/check-card.ts";
import { demoStory } from "./index.ts";

const story = demoStory(new Date("2026-11-21T10:00:00Z"));

/** Every string that a person of the demo can read, with a path to find it back. */
function texts(part: unknown, path = "story"): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}
function daysIn(part: unknown): number[] {
  if (typeof part !== "object" || part === null) return [];
  if ("daysAgo" in part && typeof part.daysAgo === "number") return [part.daysAgo];
  return Object.values(part).flatMap(daysIn);
}

const all = texts(story);

test("falls on school days, never today", () => {
  for (const daysAgo of daysIn(story)) {
    expect(Math.abs(daysAgo) % 7).toBeLessThan(5);
    expect(daysAgo).not.toBe(0);
    expect(daysAgo).toBeLessThanOrEqual(36 * 7 + 4);
  }
});

test("has no date left to fill in, and no characters that lie", () => {
  for (const [path, text] of all) {
    expect([path, text]).not.toEqual([path, expect.stringMatching(/[{}]|\*\*/)]);
    expect([path, hasControlCharacters(text)]).toEqual([path, false]);
  }
});

test("holds nothing that looks like a pupil's name, birth date, number or initials", () => {
  const pupilLike =
    /\b(leerling|leerlinge|kleuter|jongen|meisje|kind|zoon|dochter)e?n? [A-Z]|\b[A-Z]\.\s?[A-Z]\.|\b[A-Z][a-z]+ uit [1-6][A-Z]\b|\d{2}[./-]\d{2}[./-]\d{2,4}|\d{6}-\d{3}/;
  for (const [path, text] of all) expect([path, text]).not.toEqual([path, expect.stringMatching(pupilLike)]);
});

test("does not use the words that this house does not use", () => {
  const words = /evidence-based|verplicht|achterstand op schema|scor(e|es|en|ing)\b|leerpunt/i;
  for (const [path, text] of all) expect([path, text]).not.toEqual([path, expect.stringMatching(words)]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION_REASONS } from "#domain/documents/moments.ts";
import en from "./en/errors.json";
import nl from "./nl/errors.json";

const root = join(import.meta.dirname, "../..");

/** The text of every file that holds rules or use cases. */
const sources = ["server", "domain"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path) && !/^(http|process)\//.test(path))
    .map((path) => readFileSync(join(root, folder, path), "utf8")),
);

const found = (pattern: RegExp): string[] =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word!));
const unique = (words: string[]) => [...new Set(words)].sort();

const inBlocks = (block: RegExp): string[] =>
  found(block).flatMap((text) => [...text.matchAll(/:\s*"([a-z][a-z-]+)"/g)].map(([, word]) => word!));

/** Reasons of a failure as a whole, and reasons beside a field, as they stand in the code. */
const reasons = unique([
  ...found(/\b(?:conflict|forbidden)\(\s*"([a-z-]+)"/g),
  ...found(/new Failure\(\s*"[a-z-]+",\s*"([a-z-]+)"/g),
]);
const fieldReasons = unique([
  ...found(/\berror:\s*"([a-z-]+)"/g),
  // A version of a document has a reason too, which is no refusal.
  ...found(/\breason:\s*"([a-z-]+)"/g).filter((word) => !VERSION_REASONS.includes(word as never)),
  ...inBlocks(/\binvalid\(\{([^}]*)\}/g),
]);
/** Rules that answer with a word of a union: it ends up in one of the two lists, as the use case decides. */
const refusals = unique(
  found(/export type \w*Refusal =([^;]*);/g).flatMap((union) =>
    [...union.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word!),
  ),
);
const kinds = unique(found(/export type FailureKind =([^;]*);/g).flatMap((union) => union.match(/[a-z-]{4,}/g) ?? []));

test("the reasons are found where they are used", () => {
  expect(reasons).toContain("changed-meanwhile");
  expect(fieldReasons).toContain("wrong-sign-in");
  expect(refusals).toContain("why-missing");
  expect(kinds).toContain("signed-out");
});

describe.each([
  ["Dutch", nl],
  ["English", en],
])("in %s there is a sentence", (_, catalogue) => {
  const has = (group: object, reason: string) => reason in group || `${reason}_other` in group;

  test.each(reasons)("for the reason %s", (reason) => expect(has(catalogue.reason, reason)).toBe(true));
  test.each(fieldReasons)("beside a field, for %s", (reason) => expect(has(catalogue.field, reason)).toBe(true));
  test.each(refusals)("for the refusal %s", (reason) => {
    expect(has(catalogue.field, reason) || has(catalogue.reason, reason)).toBe(true);
  });
  test.each(kinds)("for every other failure of the kind %s", (kind) => expect(has(catalogue.reason, kind)).toBe(true));
});

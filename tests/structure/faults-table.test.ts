import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rows = readFileSync("docs/faults.md", "utf8")
  .split("\n")
  .filter((line) => /^\| T\d\d /.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, id = "", , where = ""]) => ({ id, where }));

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `T${from + index}`);

test("the table of faults has a row for every case of its list", () => {
  expect(rows.map(({ id }) => id)).toEqual(["T01", ...range(10, 26), ...range(75, 96)]);
});

test.each(rows)("$id is where the table of faults says", ({ id, where }) => {
  const places = [...where.matchAll(/`([^`]+\.ts)`(?: \(full\))?(?: "([^"]+)")?/g)];
  if (places.length === 0) expect(where).toMatch(/^not in this suite: /);
  for (const [, file = "", sentence] of places) {
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, "utf8")).toContain(sentence ?? id);
  }
});

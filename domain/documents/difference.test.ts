import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference.ts";

const letters = (text: string) => [...text];
const shown = (before: string, after: string, most?: number) =>
  differenceOf(letters(before), letters(after), most)
    .map(({ kind, before: a, after: b }) =>
      kind === "same"
        ? before.slice(a.from, a.to)
        : kind === "gone"
          ? `-${before.slice(a.from, a.to)}`
          : `+${after.slice(b.from, b.to)}`,
    )
    .join("|");

test.each([
  ["", "", ""],
  ["abc", "abc", "abc"],
  ["", "abc", "+abc"],
  ["abc", "", "-abc"],
  ["abc", "axc", "a|-b|+x|c"],
  ["abcabba", "cbabac", "-ab|c|+b|ab|-b|a|+c"],
])("from %j to %j is %j", (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("texts that have nothing in common within the bound are replaced in one piece", () => {
  expect(shown("Xabcdefg", "Xhijklmn", 3)).toBe("X|-abcdefg|+hijklmn");
});

const list = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });

test("the stretches cover both lists in order, and what is called the same is the same", () => {
  fc.assert(
    fc.property(list, list, fc.integer({ min: 0, max: 80 }), (before, after, most) => {
      let x = 0;
      let y = 0;
      for (const { kind, before: a, after: b } of differenceOf(before, after, most)) {
        expect([a.from, b.from]).toEqual([x, y]);
        if (kind === "same") expect(before.slice(a.from, a.to)).toEqual(after.slice(b.from, b.to));
        if (kind === "gone") expect(b.to).toBe(b.from);
        if (kind === "new") expect(a.to).toBe(a.from);
        expect(a.to - a.from + b.to - b.from).toBeGreaterThan(0);
        x = a.to;
        y = b.to;
      }
      expect([x, y]).toEqual([before.length, after.length]);
    }),
  );
});

test("no shorter way exists", () => {
  const shortest = (a: string[], b: string[]): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next.push(a[i - 1] === b[j - 1] ? row[j - 1]! : 1 + Math.min(row[j]!, next[j - 1]!));
      row = next;
    }
    return row[b.length]!;
  };
  fc.assert(
    fc.property(list, list, (before, after) => {
      const changed = differenceOf(before, after).reduce(
        (sum, { kind, before: a, after: b }) => (kind === "same" ? sum : sum + (a.to - a.from) + (b.to - b.from)),
        0,
      );
      expect(changed).toBe(shortest(before, after));
    }),
  );
});

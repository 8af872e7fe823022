import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonText } from "./json-text.ts";
import { GATE_LIMITS } from "./limits.ts";
import { Reader } from "./reader.ts";
import { Refused } from "./refused.ts";
import { bytesOf } from "./testing/update-bytes.ts";

function passes(text: string): boolean {
  try {
    readJsonText(new Reader(bytesOf((to) => to.text(text))), GATE_LIMITS);
    return true;
  } catch (refused) {
    if (refused instanceof Refused) return false;
    throw refused;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Any JSON value, with keys such as marks have: no escapes in them. */
const markValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1.5e-9, 1e21),
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^([A-Zé -][a-zA-Zé -]{0,12})?$/), tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("mark values", () => {
  it("pass when JSON.stringify wrote them", () => {
    fc.assert(
      fc.property(markValue, (value) => {
        const text = JSON.stringify(value);
        expect(passes(text), text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("never pass when JSON.parse would throw", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      '"a":',
      "\\",
      "\\u12aF",
      "1",
      "0",
      "-",
      ".",
      "e",
      "E+",
      "true",
      "fals",
      "null",
      " ",
      "\n",
      "é",
      "\u0007",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
        const text = parts.join("");
        if (passes(text)) expect(parses(text), text).toBe(true);
      }),
      { numRuns: 8_000 },
    );
  });

  it.each([
    "",
    " 1",
    "1 ",
    "01",
    "1.",
    ".5",
    "-",
    "1e",
    "+1",
    "tru",
    '"',
    '"\\x"',
    '"\\u12g4"',
    "[1,]",
    '{"a"}',
    '{"a":}',
    "{,}",
    "1 2",
    "NaN",
  ])("refuse %j", (text) => expect(passes(text)).toBe(false));

  it.each(["null", "0", "-0", "-12.5e-3", "1E400", '""', '"\\u00e9\\n"', "[]", "{}", '[[],{"a":{}}]', '{"":1}'])(
    "accept %s",
    (text) => expect(passes(text) && parses(text)).toBe(true),
  );
});

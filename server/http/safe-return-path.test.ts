import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeReturnPath } from "./safe-return-path.ts";

describe("T35: a wish that leaves the site goes home", () => {
  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%09/evil",
    "/\t/evil.example",
    "/\n/evil.example",
    "https:evil",
    "https://evil.example",
    "javascript:alert(1)",
    "%2f%2fevil",
    "/%2f%2fevil",
    "/%252f%252fevil",
    "/%5cevil.example",
    "\u2215\u2215evil",
    "https://ons-domein.be@evil",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e%2e//evil.example",
    "/a/..//evil.example",
    " //evil.example",
    "",
    `/${"a".repeat(2001)}`,
    null,
    undefined,
    7,
    ["/a"],
  ])("%j", (wish) => expect(safeReturnPath(wish)).toBe("/"));
});

describe("a wish for one of our own pages is kept", () => {
  test.each([
    ["/", "/"],
    ["/cycli/12?fase=doen#kaart-3", "/cycli/12?fase=doen#kaart-3"],
    ["/a?x=//evil", "/a?x=//evil"],
    ["/zoek?q=lezen%20en%20schrijven", "/zoek?q=lezen%20en%20schrijven"],
    ["/zoek?q=één", "/zoek?q=%C3%A9%C3%A9n"],
    ["/\u2215evil", "/%E2%88%95evil"],
    ["/a/../b", "/b"],
    ["/100%", "/100%"],
  ])("%s", (wish, expected) => expect(safeReturnPath(wish)).toBe(expected));
});

test("the way home can be another page of ours", () => {
  expect(safeReturnPath("//evil.example", "/vandaag")).toBe("/vandaag");
});

test("whatever is wished, a browser on our origin stays there", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "%09",
    "\t",
    "@",
    ":",
    "evil.example",
    "?",
    "#",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = safeReturnPath(`/${parts.join("")}`);
      expect(new URL(path, "https://leerlus.example").origin).toBe("https://leerlus.example");
    }),
    { numRuns: 2000 },
  );
});

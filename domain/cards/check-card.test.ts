import { expect, test } from "vitest";
import { checkCard, hasControlCharacters, isDay, isWebLink } from "./check-card.ts";

test("a card keeps what was filled in and leaves out what was left empty", () => {
  expect(
    checkCard("goal", { title: " Lezen met plezier ", forWhom: "het vijfde", howMuch: "", byWhen: "2027-01-15" }),
  ).toEqual({ ok: true, title: "Lezen met plezier", content: { forWhom: "het vijfde", byWhen: "2027-01-15" } });
});

test("a forged field is refused by name, and so is a prototype key", () => {
  expect(checkCard("goal", { title: "x", teamId: "1" })).toEqual({ ok: false, fields: { teamId: "unknown-field" } });
  const forged = JSON.parse('{"title":"x","__proto__":"1"}');
  expect(checkCard("goal", forged)).toMatchObject({ ok: false });
});

test("each wrong field gets its own reason", () => {
  expect(
    checkCard("source", { title: "", sourceKind: "gossip", link: "javascript:alert(1)", note: "a\u0000b" }),
  ).toEqual({
    ok: false,
    fields: {
      title: "required",
      sourceKind: "unknown-choice",
      link: "not-a-link",
      note: "control-characters",
    },
  });
});

test("a day has to exist", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2027-02-29")).toBe(false);
  expect(isDay("27-1-1")).toBe(false);
});

test.each(["java\tscript:alert(1)", "//evil.example", "data:text/html,x", "https://ons@evil.example", "file:///etc/x"])(
  "%j is not a link that may be shown",
  (link) => expect(isWebLink(link)).toBe(false),
);

test("tabs and line breaks are text; NUL, bells, overrides and lone surrogates are not", () => {
  expect(hasControlCharacters("a\tb\nc")).toBe(false);
  for (const bad of ["\u0000", "\u0007", "\u202e", "\ud800"]) expect(hasControlCharacters(`a${bad}b`)).toBe(true);
});

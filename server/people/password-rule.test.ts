import { describe, expect, test } from "vitest";
import { refusePassword } from "./password-rule.ts";

const refusal = (password: string) => refusePassword(password, "anna.peeters@dekiem.example");

describe("a new password", () => {
  test.each([
    "correct paard batterij",
    "drie koffie om 8u",
    "ééntweedrievier!",
    "zon-zee-strand",
    "🌞🌊🏖️⛱️🌅🐚🦀🐟🐠🐡🐬",
  ])("may be %j", (password) => expect(refusal(password)).toBeNull());

  test("has ten characters or more, counted as people count", () => {
    expect(refusal("")).toBe("required");
    expect(refusal("kortwoord")).toBe("too-short");
    expect(refusal("🌞🌊🌅🐚🦀🐟🐠🐡🐬")).toBe("too-short");
    expect(refusal("x1y2z3a4b5")).toBeNull();
  });

  test("has two hundred characters or less", () => {
    expect(refusal("abcd".repeat(50))).toBeNull();
    expect(refusal(`${"abcd".repeat(50)}e`)).toBe("too-long");
  });

  test.each([
    "Wachtwoord2026",
    "wachtwoordwachtwoord",
    "welkom 12345",
    "0123456789",
    "1234567890",
    "aaaaaaaaaaaa",
    "Azertyuiop",
    "leerlus2026!",
    "abcdefghijkl",
  ])("may not be the obvious %j", (password) => expect(refusal(password)).toBe("too-obvious"));

  test.each(["anna.peeters", "Anna.Peeters", "anna.peeters@dekiem.example", "ANNA.PEETERS@dekiem.example"])(
    "may not be the address, as in %j",
    (password) => expect(refusal(password)).toBe("like-the-address"),
  );
});

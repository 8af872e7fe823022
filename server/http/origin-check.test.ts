import { describe, expect, test } from "vitest";
import { mayComeFrom } from "./origin-check.ts";

const OURS = ["https://ons-domein.be", "https://www.ons-domein.be"];
const post = (origin?: string, secFetchSite?: string, method = "POST") =>
  mayComeFrom({ method, origin, secFetchSite }, OURS);

describe("a request that changes something", () => {
  test("comes in from our own pages", () => {
    expect(post("https://ons-domein.be", "same-origin")).toBe(true);
    expect(post("https://www.ons-domein.be")).toBe(true);
    expect(post(undefined, "same-origin")).toBe(true);
  });

  test.each([
    "https://evil.example",
    "null",
    "https://ons-domein.be.evil.example",
    "https://xons-domein.be",
    "http://ons-domein.be",
    "https://ons-domein.be:8443",
    "https://ons-domein.be/",
    "https://ons-domein.be, https://evil.example",
    "",
  ])("is refused from %j", (origin) => {
    expect(post(origin)).toBe(false);
    expect(post(origin, "same-origin")).toBe(false);
  });

  test("is refused when it does not say where it comes from", () => expect(post()).toBe(false));

  test.each(["cross-site", "same-site", "none", "SAME-ORIGIN", ""])("is refused when the browser says %j", (site) => {
    expect(post("https://ons-domein.be", site)).toBe(false);
    expect(post(undefined, site)).toBe(false);
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("is checked for the method %s too", (method) => {
    expect(post("https://evil.example", "cross-site", method)).toBe(false);
  });
});

test("reading may come from anywhere", () => {
  expect(post("https://evil.example", "cross-site", "GET")).toBe(true);
  expect(post(undefined, undefined, "HEAD")).toBe(true);
});

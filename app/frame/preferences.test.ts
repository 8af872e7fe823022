import { expect, test } from "vitest";
import { preferenceCookie, preferencesOf } from "./preferences.ts";

const visit = (cookie?: string, url = "http://school.example/toolkit") =>
  new Request(url, cookie ? { headers: { Cookie: cookie } } : {});

test("without a cookie the page is Dutch and follows the device", () => {
  expect(preferencesOf(visit())).toEqual({ language: "nl", theme: "auto" });
});

test("the choices of this browser are read among other cookies", () => {
  expect(preferencesOf(visit("session=abc=; language=en;theme=dark"))).toEqual({ language: "en", theme: "dark" });
});

test("a value that we never set is ignored", () => {
  const forged = 'language=fr; theme="><script>; __proto__=x';
  expect(preferencesOf(visit(forged))).toEqual({ language: "nl", theme: "auto" });
});

test("the cookie is kept from scripts, and from plain http where the site is not plain", () => {
  expect(preferenceCookie(visit(), "theme", "dark")).toBe(
    "theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
  );
  expect(preferenceCookie(visit(undefined, "https://school.example/"), "language", "en")).toMatch(/; Secure$/);
});

import type { UIMatch } from "@remix-run/react";
import { expect, test } from "vitest";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import { namespacesOf, type RouteHandle, titleOf, widthOf } from "./route-handle.ts";

const match = (handle: RouteHandle | undefined, data?: unknown): UIMatch => ({
  id: "page",
  pathname: "/",
  params: {},
  data,
  handle,
});
const t = translatorFor("nl");

test("the deepest page that has a title names the page", () => {
  const layout = match({ title: () => "Lus" });
  const page = match({ title: (_t, data) => (data as { name: string } | undefined)?.name ?? "" }, { name: "Feedback" });
  expect(titleOf([layout, page], t)).toBe("Feedback");
  expect(titleOf([layout, match(undefined)], t)).toBe("Lus");
  expect(titleOf([match(undefined)], t)).toBeUndefined();
});

test("a title can come from any catalogue", () => {
  expect(titleOf([match({ title: (text) => text("common:phase.need") })], t)).toBe("Behoefte bepalen");
});

test("the catalogues of all nested routes are gathered once", () => {
  const matches = [match({ namespaces: ["cycles"] }), match(undefined), match({ namespaces: ["cycles", "toolkit"] })];
  expect(namespacesOf(matches)).toEqual(["cycles", "toolkit"]);
});

test("the deepest page that asks for a width gets it", () => {
  expect(widthOf([match({ width: "wide" }), match(undefined)])).toBe("wide");
  expect(widthOf([match({ width: "wide" }), match({ width: "full" })])).toBe("full");
  expect(widthOf([match(undefined)])).toBe("page");
});

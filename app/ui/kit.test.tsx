import { createRemixStub } from "@remix-run/testing";
import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { FormGallery } from "./gallery/form-gallery.tsx";
import { LoopGallery } from "./gallery/loop-gallery.tsx";
import { ThingGallery } from "./gallery/thing-gallery.tsx";
import { WordGallery } from "./gallery/word-gallery.tsx";

// The stub is a browser's router, so React remarks on its layout effects; anything else that React says is a fault.
const remarks: string[] = [];
beforeAll(() => {
  vi.spyOn(console, "error").mockImplementation((message: unknown) => {
    if (!String(message).includes("useLayoutEffect does nothing on the server")) remarks.push(String(message));
  });
});
afterAll(() => {
  vi.restoreAllMocks();
  expect(remarks).toEqual([]);
});

const pages = { FormGallery, LoopGallery, ThingGallery, WordGallery };

function htmlOf(Page: ComponentType): string {
  const Stub = createRemixStub([{ path: "/", Component: Page }]);
  return renderToString(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Stub />
    </I18nextProvider>,
  );
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(Object.entries(pages))("what the server sends of %s", (_name, Page) => {
  let html = "";
  let ids: string[] = [];
  beforeAll(() => {
    html = htmlOf(Page);
    ids = all(html, /\sid="([^"]+)"/g);
  });

  test("has every id once, but for the hatching that may be shared", () => {
    const own = ids.filter((id) => id !== "unknown-hatch");
    expect(own.filter((id, index) => own.indexOf(id) !== index)).toEqual([]);
  });

  test("points with its labels and descriptions at something that is there", () => {
    const wanted = [
      ...all(html, /\sfor="([^"]+)"/g),
      ...all(html, /\saria-(?:describedby|labelledby|controls)="([^"]+)"/g).flatMap((list) => list.split(" ")),
    ];
    // The component library gives its own parts their ids in the browser.
    expect(wanted.filter((id) => !ids.includes(id) && !id.startsWith("react-aria-"))).toEqual([]);
  });

  test("has no button without its kind and no picture without words or a place among the decorations", () => {
    expect(all(html, /<button((?:(?!type=)[^>])*)>/g)).toEqual([]);
    expect(all(html, /<svg((?:(?!aria-hidden)[^>])*)>/g)).toEqual([]);
  });

  test("has all its words: no key of a catalogue shows through", () => {
    expect(html).not.toMatch(/>(?:common:)?(?:frame|phase|loop|evidence|save|notice|field|form|choose)\.[\w.]+</);
  });
});

test("the summary of a refused form says which field each sentence is about", () => {
  expect(htmlOf(FormGallery)).toContain(">Naam van de lus: Geef de lus een naam van hoogstens 120 tekens.</a>");
});

test("a style attribute would weaken the content security policy: our own parts send none", () => {
  const html = [LoopGallery, ThingGallery, WordGallery].map(htmlOf).join("");
  expect(html).not.toMatch(/\sstyle="/);
});

test("the loop as navigation is a list in the order of the loop, each with its state in words", () => {
  const html = htmlOf(LoopGallery);
  const [list = ""] = all(html, /<ol class="loop-nav-list">(.*?)<\/ol>/g);
  const words = list
    .replace(/<svg.*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  expect(words).toMatch(
    /Behoefte bepalen geweest.*Bronnen.*Implementeren.*Evalueren nu hier.*Borgen en delen nog niet geweest/,
  );
  expect(list.match(/aria-current="page"/g)).toHaveLength(1);
});

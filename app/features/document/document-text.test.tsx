import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DocumentNode } from "./document-node.ts";
import { DocumentText } from "./document-text.tsx";

const html = (...content: DocumentNode[]) => renderToStaticMarkup(<DocumentText root={{ type: "doc", content }} />);
const words = (text: string, ...marks: NonNullable<DocumentNode["marks"]>) => ({ type: "text", text, marks });

test("text is escaped, whatever it looks like", () => {
  expect(html({ type: "paragraph", content: [words("<img src=x onerror=alert(1)>")] })).toBe(
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
  );
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "file:///etc",
])("a link to %j is shown as plain text", (href) => {
  expect(html({ type: "paragraph", content: [words("klik", { type: "link", attrs: { href } })] })).toBe("<p>klik</p>");
});

test("a link to a page opens apart and tells that page nothing", () => {
  const link = { type: "link", attrs: { href: "https://school.example/" } };
  expect(html({ type: "paragraph", content: [words("de school", link)] })).toBe(
    '<p><a href="https://school.example/" rel="noopener noreferrer" target="_blank">de school</a></p>',
  );
});

test.each<[string, DocumentNode]>([
  ["an unknown block", { type: "script", attrs: { src: "x" }, content: [words("niet te lezen")] }],
  ["a list with something unknown in it", { type: "bulletList", content: [{ type: "script" }] }],
  ["words outside a paragraph", words("niet te lezen")],
])("%s is not shown, only that it is there", (_what, block) => {
  expect(html(block)).toBe('<p class="set-aside">setAside</p>');
});

test("an empty paragraph keeps its height", () => {
  expect(html({ type: "paragraph" })).toBe("<p><br/></p>");
});

const said = {
  removed: "weg:",
  added: "erbij:",
  done: "Gedaan",
  todo: "Nog te doen",
  setAside: "Staat apart:",
};
const inHistory = (...content: DocumentNode[]) =>
  renderToStaticMarkup(<DocumentText root={{ type: "doc", content }} words={said} />);

test("the history shows the words of what is set aside, and nothing but words", () => {
  const link = { type: "link", attrs: { href: "https://school.example/" } };
  const cell = { type: "cell", content: [words("<b>van een nieuwere", link)] };
  expect(
    inHistory({ type: "poll", attrs: { src: "x" }, content: [cell, { type: "cell", content: [words("editor")] }] }),
  ).toBe(
    '<div class="set-aside"><p>Staat apart:</p><p class="set-aside-words">&lt;b&gt;van een nieuwere\neditor</p></div>',
  );
  expect(inHistory({ type: "poll" })).toBe('<p class="set-aside">setAside</p>');
});

test("words that only one of two texts has are said to be so, besides being struck through or underlined", () => {
  const paragraph = {
    type: "paragraph",
    content: [words("oud", { type: "removed" }), words("nieuw", { type: "added" })],
  };
  expect(inHistory(paragraph)).toBe(
    '<p><del><span class="heard-only">weg: </span>oud</del><ins><span class="heard-only">erbij: </span>nieuw</ins></p>',
  );
});

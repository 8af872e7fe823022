import { expect, test } from "vitest";
import { bullets, linesOf, paragraph, runs, table, tasks } from "./blocks.ts";

test("inline marks become runs and the words between them stay whole", () => {
  expect(runs("We **meten** wel, maar *leren* weinig aan ([plan](https://plan.example/a)).")).toEqual([
    { text: "We " },
    { text: "meten", bold: true },
    { text: " wel, maar " },
    { text: "leren", italic: true },
    { text: " weinig aan (" },
    { text: "plan", link: "https://plan.example/a" },
    { text: ")." },
  ]);
});

test("an empty line is an empty place to write", () => {
  expect(paragraph("")).toEqual({ kind: "paragraph", runs: [] });
});

test("a checklist knows what is done", () => {
  expect(tasks("x teksten kiezen", "klasbezoek")).toEqual({
    kind: "tasks",
    items: [
      { done: true, runs: [{ text: "teksten kiezen" }] },
      { done: false, runs: [{ text: "klasbezoek" }] },
    ],
  });
});

test("the plain lines of a block are its paragraphs, items and cells without marks", () => {
  expect(linesOf(bullets("een **vet** woord", "twee"))).toEqual(["een vet woord", "twee"]);
  expect(linesOf(table(["Wat", "Wie"], ["lezen", "Anna"]))).toEqual(["Wat", "Wie", "lezen", "Anna"]);
});

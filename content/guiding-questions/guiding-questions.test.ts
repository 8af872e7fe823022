import { expect, test } from "vitest";
import { linesOf, paragraph } from "#content/blocks.ts";
import { STAGES } from "#domain/cycles/phases.ts";
import { LANGUAGES } from "#domain/people/words.ts";
import { filledTemplate, guidingQuestionsOf, introOf, templateOf } from "./index.ts";

const every = LANGUAGES.flatMap((language) => STAGES.map((stage) => [language, stage] as const));

test.each(every)(
  "in %s the stage %s has four to seven questions, each with one helping sentence",
  (language, stage) => {
    const questions = guidingQuestionsOf(stage, language);
    expect(questions.length).toBeGreaterThanOrEqual(4);
    expect(questions.length).toBeLessThanOrEqual(7);
    for (const { question, help } of questions) {
      expect(question.endsWith("?")).toBe(true);
      expect(help.length).toBeGreaterThan(20);
      expect(help.length).toBeLessThan(160);
    }
  },
);

test.each(every)("in %s the template of %s has a heading and an empty place for every question", (language, stage) => {
  const template = templateOf(stage, language);
  const headings = template.filter((block) => block.kind === "heading").map((block) => block.text);
  expect(headings).toEqual(guidingQuestionsOf(stage, language).map(({ question }) => question));
  const places = template.filter((block) => block.kind !== "heading" && linesOf(block).some((line) => line === ""));
  expect(places).toHaveLength(headings.length);
});

test("both languages ask the same questions with the same kind of place to write", () => {
  for (const stage of STAGES) {
    const shape = (language: "nl" | "en") => templateOf(stage, language).map((block) => block.kind);
    expect(shape("en")).toEqual(shape("nl"));
  }
});

test("an answered question loses its hint, the others keep theirs", () => {
  const [first, second] = guidingQuestionsOf("need", "nl");
  const blocks = filledTemplate("need", "nl", [{ under: "whose-need", blocks: [paragraph("Van de kleuters.")] }]);
  const lines = blocks.flatMap(linesOf);
  expect(lines.slice(0, 3)).toEqual([introOf("need", "nl"), first?.question, "Van de kleuters."]);
  expect(lines).not.toContain(first?.help);
  expect(lines).toContain(second?.help);
});

test("the words that this house does not use are absent", () => {
  for (const [language, stage] of every) {
    const text = templateOf(stage, language).flatMap(linesOf).join(" ").toLowerCase();
    expect(text).not.toMatch(/evidence-based|verplicht|achterstand op schema|score|mandatory/);
  }
});

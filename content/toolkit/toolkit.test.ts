import { expect, test } from "vitest";
import { type StrandSummary, strandFacts, summaryOf } from "./index.ts";
import { monthsBands } from "./months.ts";

/** Months, cost, evidence strength, edition as entered: a slip of the finger in the data must not pass unseen. */
const frozen: Record<string, readonly [months: number | null, cost: number, evidence: number, asOf: number]> = {
  "arts-participation": [3, 1, 3, 2021],
  "aspiration-interventions": [null, 1, 0, 2021],
  "behaviour-interventions": [3, 2, 3, 2025],
  "collaborative-learning": [5, 1, 2, 2021],
  "extending-school-time": [3, 3, 3, 2025],
  feedback: [6, 1, 4, 2021],
  homework: [5, 1, 1, 2021],
  "individualised-instruction": [4, 1, 2, 2021],
  "learning-styles": [null, 1, 0, 2021],
  "mastery-learning": [5, 1, 2, 2021],
  mentoring: [2, 3, 3, 2021],
  "metacognition-and-self-regulation": [8, 1, 4, 2025],
  "one-to-one-tuition": [5, 3, 3, 2021],
  "oral-language-interventions": [6, 1, 4, 2021],
  "outdoor-adventure-learning": [null, 3, 0, 2021],
  "parental-engagement": [4, 1, 4, 2021],
  "peer-tutoring": [6, 1, 4, 2025],
  "performance-pay": [1, 2, 1, 2021],
  phonics: [5, 1, 4, 2025],
  "physical-activity": [1, 1, 3, 2021],
  "reading-comprehension-strategies": [6, 1, 4, 2021],
  "reducing-class-size": [2, 5, 1, 2021],
  "repeating-a-year": [-3, 5, 2, 2021],
  "school-uniform": [null, 1, 0, 2021],
  "setting-and-streaming": [0, 1, 1, 2021],
  "small-group-tuition": [4, 2, 3, 2021],
  "social-and-emotional-learning": [4, 1, 1, 2021],
  "summer-schools": [3, 3, 2, 2021],
  "teaching-assistant-interventions": [4, 3, 3, 2021],
  "within-class-attainment-grouping": [2, 1, 1, 2021],
  "ey-communication-and-language": [7, 1, 3, 2023],
  "ey-early-literacy": [4, 1, 4, 2024],
  "ey-early-numeracy": [7, 1, 2, 2024],
  "ey-earlier-starting-age": [3, 5, 1, 2023],
  "ey-extra-hours": [4, 5, 1, 2023],
  "ey-parental-engagement": [5, 2, 4, 2023],
  "ey-physical-development": [5, 1, 1, 2023],
  "ey-play-based-learning": [4, 1, 1, 2023],
  "ey-self-regulation": [3, 1, 1, 2023],
  "ey-social-and-emotional-learning": [3, 1, 1, 2023],
};

const languages = ["nl", "en"] as const;

const forbidden = [
  /evidence-based/i,
  /verplicht/i,
  /achterstand op schema/i,
  /\bscores?\b/i,
  /\bbewezen\b/i,
  /\bproven\b/i,
  /https?:/i,
];

const textOf = (summary: StrandSummary) => `${summary.what} ${summary.watch} ${summary.forWhom}`;

/** Every sentence about the strands that a reader can meet, with a name to find it by. */
function* sentences(): Generator<[where: string, text: string]> {
  for (const facts of strandFacts) {
    for (const language of languages) {
      yield [`${facts.id} ${language} source`, facts.sourceName[language]];
      for (const line of [...facts.differences, ...facts.behindTheAverage])
        yield [`${facts.id} ${language}`, line[language]];
      const summary = summaryOf(facts.id, language);
      if (summary) yield [`${facts.id} ${language} summary`, textOf(summary)];
    }
  }
}

test("the figures of the forty strands are the ones that were agreed", () => {
  const figures = strandFacts.map((f) => [f.id, [f.impactMonths, f.cost, f.evidenceStrength, f.asOf]] as const);
  expect(figures).toHaveLength(40);
  expect(Object.fromEntries(figures)).toEqual(frozen);
});

test("every strand has its own id and belongs to one of the two toolkits", () => {
  expect(new Set(strandFacts.map((f) => f.id)).size).toBe(40);
  expect(strandFacts.filter((f) => f.toolkit === "leren-en-lesgeven")).toHaveLength(30);
  expect(strandFacts.filter((f) => f.toolkit === "kleuters")).toHaveLength(10);
  for (const f of strandFacts) expect(f.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("what cannot be determined stays null and is never 0, and the one measured 0 stays 0", () => {
  expect(strandFacts.filter((f) => f.impactMonths === null).map((f) => f.id)).toEqual([
    "aspiration-interventions",
    "learning-styles",
    "outdoor-adventure-learning",
    "school-uniform",
  ]);
  expect(strandFacts.filter((f) => f.impactMonths === 0).map((f) => f.id)).toEqual(["setting-and-streaming"]);
  for (const f of strandFacts) expect(f.evidenceStrength === 0, f.id).toBe(f.impactMonths === null);
});

test("figures stay within the scales they are shown on", () => {
  for (const f of strandFacts) {
    expect([1, 2, 3, 4, 5], f.id).toContain(f.cost);
    expect([0, 1, 2, 3, 4, 5], f.id).toContain(f.evidenceStrength);
    if (f.impactMonths !== null) expect(Number.isInteger(f.impactMonths), f.id).toBe(true);
  }
});

test("what is not confirmed is said, field by field", () => {
  const unconfirmed = strandFacts.filter((f) => f.unverifiedFields.length > 0 || !f.verified);
  expect(unconfirmed.map((f) => [f.id, f.verified, ...f.unverifiedFields])).toEqual([
    ["arts-participation", false, "cost", "evidenceStrength"],
    ["behaviour-interventions", false, "evidenceStrength", "asOf"],
    ["phonics", true, "asOf"],
    ["teaching-assistant-interventions", false, "impactMonths"],
  ]);
  for (const f of strandFacts) expect(f.nameNlSource !== null, f.id).toBe(f.nameNlVerified);
});

test("a reader is only sent to an address that says something to a reader", () => {
  for (const f of strandFacts) {
    if (f.readerUrl === null) expect(f.sourceUrl, f.id).toContain("github.com");
    else expect(new URL(f.readerUrl).hostname, f.id).not.toMatch(/github|eef\.dev/);
  }
});

test("every strand has a whole summary in Dutch and in English of at most 120 words", () => {
  for (const { id } of strandFacts) {
    for (const language of languages) {
      const summary = summaryOf(id, language);
      if (!summary) throw new Error(`${id} has no summary in ${language}`);
      for (const part of [summary.what, summary.watch, summary.forWhom])
        expect(part, `${id} ${language}`).toMatch(/^\p{Lu}.*[.?]$/u);
      const words = textOf(summary).split(/\s+/).length;
      expect(words, `${id} ${language}`).toBeGreaterThanOrEqual(80);
      expect(words, `${id} ${language}`).toBeLessThanOrEqual(120);
    }
  }
  expect(summaryOf("no-such-strand", "nl")).toBeUndefined();
  expect(summaryOf("constructor", "en")).toBeUndefined();
});

test("summaries hold no figures: those stand beside them and may change", () => {
  for (const [where, text] of sentences()) if (where.endsWith("summary")) expect(text, where).not.toMatch(/\d/);
});

test("no sentence uses a word we do not use, or shows an address", () => {
  for (const [where, text] of sentences()) for (const word of forbidden) expect(text, where).not.toMatch(word);
});

test("no two strands share a sentence", () => {
  for (const language of languages) {
    const seen = new Map<string, string>();
    for (const { id } of strandFacts) {
      const summary = summaryOf(id, language);
      for (const sentence of summary ? textOf(summary).split(/(?<=[.?]) /) : []) {
        expect(seen.get(sentence), `${id} ${language}: ${sentence}`).toBeUndefined();
        seen.set(sentence, id);
      }
    }
  }
});

test("the months table has no gap or overlap at two decimals", () => {
  expect(monthsBands.map((band) => band.months)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  monthsBands.forEach((band, index) => {
    expect(band.to).toBeGreaterThan(band.from);
    const next = monthsBands[index + 1];
    if (next) expect(Math.round(next.from * 100)).toBe(Math.round(band.to * 100) + 1);
  });
});

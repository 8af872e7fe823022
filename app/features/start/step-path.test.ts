import { describe, expect, test } from "vitest";
import { stepPath } from "./step-path.ts";

const cycle = { id: "c1", stage: "implement", nextStep: "go-on-writing", waitsAt: null } as const;

describe("the button of the next step leads straight there", () => {
  test("to the card that the question hangs on, in the phase of that card", () => {
    const waitsAt = { stage: "need", cardId: "k1" } as const;
    expect(stepPath({ ...cycle, nextStep: "answer-question", waitsAt })).toBe("/lussen/c1/behoefte#card-k1");
  });

  test("to the text, when the question is in its margin", () => {
    const waitsAt = { stage: "sources", cardId: null } as const;
    expect(stepPath({ ...cycle, nextStep: "answer-question", waitsAt })).toBe("/lussen/c1/bronnen");
  });

  test("to the talk about the whole cycle, when the question is about nothing in particular", () => {
    const waitsAt = { stage: null, cardId: null };
    expect(stepPath({ ...cycle, nextStep: "answer-question", waitsAt })).toBe("/lussen/c1/activiteit");
  });

  test("to an empty card of the kind that is missing", () => {
    expect(stepPath({ ...cycle, nextStep: "plan-action" })).toBe("/lussen/c1/implementeren?nieuw=action");
    expect(stepPath({ ...cycle, stage: "need", nextStep: "name-goal" })).toBe("/lussen/c1/behoefte?nieuw=goal");
  });

  test("to the source board when a source or a voice is missing", () => {
    expect(stepPath({ ...cycle, stage: "sources", nextStep: "hear-perspective" })).toBe("/lussen/c1/bronnen#cards");
  });

  test("otherwise to the page where the team is", () => {
    expect(stepPath({ ...cycle })).toBe("/lussen/c1/implementeren");
    expect(stepPath({ ...cycle, nextStep: "prepare-meeting" })).toBe("/lussen/c1/implementeren");
  });
});

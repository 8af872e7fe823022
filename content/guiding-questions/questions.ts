import type { Block } from "#content/blocks.ts";
import type { Stage } from "#domain/cycles/phases.ts";

/**
 * The guiding questions (kernvragen) of each stage, in the order in which they stand in its document. The ids are the
 * same in every language; a template only offers them, a team may change or delete any heading.
 */
export const QUESTION_IDS = {
  need: ["whose-need", "what-we-see", "what-drives-us", "possible-causes", "goal", "inquiry-question"],
  sources: ["own-experience", "own-data", "research", "not-yet-heard", "how-much-trust", "our-choice"],
  implement: ["active-ingredients", "sign-in-class", "activities", "support", "predict-and-observe", "adjustments"],
  evaluate: ["what-we-measured", "what-changed", "goal-and-causes", "helped-and-hindered", "cannot-say", "decision"],
  anchor: ["what-stays", "what-stops", "new-colleagues", "whom-it-helps", "next-loop"],
} as const satisfies Record<Stage, readonly string[]>;

export type QuestionId<S extends Stage = Stage> = (typeof QUESTION_IDS)[S][number];

export type GuidingQuestion = {
  question: string;
  /** One sentence that helps to begin. */
  help: string;
  /** The empty place to write; an empty paragraph when there is none. */
  place?: Block;
};

export type GuidingQuestions = {
  [S in Stage]: { intro: string; questions: Record<QuestionId<S>, GuidingQuestion> };
};

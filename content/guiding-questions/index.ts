import { type Block, heading, paragraph } from "#content/blocks.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { Language } from "#domain/people/words.ts";
import { guidingQuestionsEn } from "./en.ts";
import { guidingQuestionsNl } from "./nl.ts";
import { type GuidingQuestion, type GuidingQuestions, QUESTION_IDS, type QuestionId } from "./questions.ts";

export type { GuidingQuestion, QuestionId };
export { QUESTION_IDS };

const byLanguage: Record<Language, GuidingQuestions> = { nl: guidingQuestionsNl, en: guidingQuestionsEn };

/** The sentence at the top of the document of a stage. */
export function introOf(stage: Stage, language: Language): string {
  return byLanguage[language][stage].intro;
}

/** The guiding questions of a stage in their order. */
export function guidingQuestionsOf(stage: Stage, language: Language): (GuidingQuestion & { id: QuestionId })[] {
  const questions = byLanguage[language][stage].questions as Record<string, GuidingQuestion>;
  return QUESTION_IDS[stage].map((id) => ({ id, ...(questions[id] as GuidingQuestion) }));
}

const hint = (text: string): Block => ({ kind: "paragraph", runs: [{ text, italic: true }] });

/** The document of a stage as a team finds it: an introduction, then each question with its help and a place to write. */
export function templateOf(stage: Stage, language: Language): Block[] {
  return filledTemplate(stage, language, []);
}

/**
 * The template with what was written below its questions, in the order given. An answered question loses its help and
 * its empty place, as people delete a hint when they begin to write; the others keep theirs. "end" comes last.
 */
export function filledTemplate(
  stage: Stage,
  language: Language,
  parts: readonly { under: string; blocks: readonly Block[] }[],
): Block[] {
  const writtenUnder = (id: string) => parts.filter((part) => part.under === id).flatMap((part) => part.blocks);
  const questions = guidingQuestionsOf(stage, language).flatMap(({ id, question, help, place }) => {
    const written = writtenUnder(id);
    return [heading(2, question), ...(written.length > 0 ? written : [hint(help), place ?? paragraph("")])];
  });
  return [paragraph(introOf(stage, language)), ...questions, ...writtenUnder("end")];
}

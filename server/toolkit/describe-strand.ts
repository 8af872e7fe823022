import { strandFacts } from "#content/toolkit/index.ts";
import type { StrandInList } from "#db/toolkit/list-strands.ts";
import type { Language } from "#domain/people/words.ts";
import { effectWords } from "./effect-words.ts";

export type DescribedStrand = ReturnType<typeof describeStrand>;

const factsById = new Map(strandFacts.map((facts) => [facts.id, facts]));

/**
 * A strand with what belongs to the edition of its figures: the source, where sources differ, what the average hides.
 * Those sentences were written about the shipped edition, so figures that staff entered later stand without them.
 */
export function describeStrand({ enteredBy, ...strand }: StrandInList, language: Language) {
  const facts = factsById.get(strand.id);
  const shipped = facts && enteredBy === null && facts.asOf === strand.edition ? facts : null;
  return {
    ...strand,
    effect: effectWords(strand.impactMonths, language),
    // Readers are never shown the raw address of a copy: `readerUrl` is there only when it says something to them.
    source: shipped ? { name: shipped.sourceName[language], url: shipped.readerUrl } : null,
    differences: shipped?.differences.map((line) => line[language]) ?? [],
    behindTheAverage: shipped?.behindTheAverage.map((line) => line[language]) ?? [],
  };
}

import en from "./summaries.en.json";
import nl from "./summaries.nl.json";

export type SummaryLanguage = "nl" | "en";

/** Our own words about a strand, at most 120 in all. They hold no figures: those stand beside them and may change. */
export type StrandSummary = {
  /** What it is, and what it looks like in class. */
  what: string;
  /** What makes the difference between working and not, what it asks of a team, known risks. */
  watch: string;
  /** For which pupils and levels it is most or least useful, and when to think twice. */
  forWhom: string;
};

const summaries: Readonly<Record<SummaryLanguage, ReadonlyMap<string, StrandSummary>>> = {
  nl: new Map(Object.entries(nl)),
  en: new Map(Object.entries(en)),
};

/** The summary of a strand in one language; undefined for an id that is not one of the forty. */
export function summaryOf(id: string, language: SummaryLanguage): StrandSummary | undefined {
  return summaries[language].get(id);
}

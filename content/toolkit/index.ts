export { type Bilingual, type StrandFacts, strandFacts, type UnverifiedField } from "./facts.ts";
export { type StrandSummary, type SummaryLanguage, summaryOf } from "./summaries.ts";

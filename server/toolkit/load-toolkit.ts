import { type StrandFacts, strandFacts, summaryOf } from "#content/toolkit/index.ts";
import { newId } from "#db/ids.ts";
import { addMissingFigures, saveStrands, saveStrandTexts } from "#db/toolkit/save-strands.ts";
import { LANGUAGES, type Language } from "#domain/people/words.ts";
import type { Cost, EvidenceStrength } from "#domain/toolkit/words.ts";
import type { Services } from "#server/services.ts";

/**
 * Puts the shipped edition of the toolkit into the database. Runs at every start and on every node at once: it writes
 * only what differs, so a second run writes nothing. Names and texts follow the release; a version of figures is added
 * when it is missing and never changed, because a team may have decided on it.
 */
export async function loadToolkit({ db, clock, log }: Pick<Services, "db" | "clock" | "log">): Promise<void> {
  const written = await db.transaction(async (tx) => ({
    strands: await saveStrands(
      tx,
      strandFacts.map(({ id, toolkit, nameNlVerified }) => ({ id, toolkit, nameNlVerified })),
    ),
    texts: await saveStrandTexts(
      tx,
      strandFacts.flatMap((facts) => LANGUAGES.map((language) => textIn(language, facts))),
    ),
    figures: await addMissingFigures(
      tx,
      strandFacts.map((facts) => figuresOf(facts, clock())),
    ),
  }));
  if (written.strands + written.texts + written.figures > 0) log.info(written, "the toolkit was brought up to date");
}

function textIn(language: Language, { id, nameNl, nameEn }: StrandFacts) {
  const summary = summaryOf(id, language);
  if (!summary) throw new Error(`strand ${id} has no summary in ${language}`);
  return { strandId: id, language, name: language === "nl" ? nameNl : nameEn, ...summary };
}

function figuresOf(facts: StrandFacts, now: Date) {
  return {
    id: newId(),
    strandId: facts.id,
    impactMonths: facts.impactMonths,
    // The database checks both scales again.
    cost: facts.cost as Cost,
    evidenceStrength: facts.evidenceStrength as EvidenceStrength,
    edition: facts.asOf,
    sourceUrl: facts.sourceUrl,
    verified: facts.verified,
    unverifiedFields: [...facts.unverifiedFields],
    validFrom: `${facts.asOf}-01-01`,
    enteredAt: now,
    enteredBy: null,
  };
}

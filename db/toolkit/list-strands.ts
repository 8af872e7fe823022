import { and, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Language } from "#domain/people/words.ts";
import type { SearchWords } from "#domain/toolkit/search-words.ts";
import type { Cost, EvidenceStrength, Toolkit } from "#domain/toolkit/words.ts";
import { fitOf, isMeantBy } from "./search.ts";
import { strands, strandTexts } from "./tables.ts";
import { figuresValidOn } from "./valid-figures.ts";

/** What a list of strands is narrowed to; null narrows nothing. */
export interface StrandFilter {
  search: SearchWords | null;
  toolkit: Toolkit | null;
  /** At least so many months; "unknown" for the strands whose months are "niet te bepalen" and no others (TK1). */
  months: number | "unknown" | null;
  costAtMost: Cost | null;
  evidenceAtLeast: EvidenceStrength | null;
}

export const EVERYTHING: StrandFilter = {
  search: null,
  toolkit: null,
  months: null,
  costAtMost: null,
  evidenceAtLeast: null,
};

/** Where to look: the reader's language, and the day on which the figures hold. */
export interface StrandReading {
  language: Language;
  day: string;
}

export type StrandInList = Awaited<ReturnType<typeof strandsMatching>>[number];

/** The strands that pass a filter with the figures of a day: by name, or those that fit the search best first. */
export function strandsMatching(
  db: Database,
  reading: StrandReading,
  filter: StrandFilter,
  order: "name" | "fit" = "name",
) {
  const figures = figuresValidOn(db, reading.day);
  const months =
    filter.months === "unknown"
      ? isNull(figures.impactMonths)
      : filter.months === null
        ? undefined
        : gte(figures.impactMonths, filter.months);
  const where = and(
    filter.search ? isMeantBy(filter.search) : undefined,
    filter.toolkit ? eq(strands.toolkit, filter.toolkit) : undefined,
    months,
    filter.costAtMost === null ? undefined : lte(figures.cost, filter.costAtMost),
    filter.evidenceAtLeast === null ? undefined : gte(figures.evidenceStrength, filter.evidenceAtLeast),
  );
  const fit = filter.search && order === "fit" ? [desc(fitOf(filter.search, reading.language))] : [];
  return read(db, reading, figures, where, [...fit, sql`${strandTexts.name} collate "und-x-icu"`]);
}

/** The named strands, whole, with the figures of a day; in no particular order. Unknown ids are left out. */
export function strandsNamed(db: Database, reading: StrandReading, ids: readonly string[]) {
  return read(db, reading, figuresValidOn(db, reading.day), inArray(strands.id, [...ids]), []);
}

function read(
  db: Database,
  { language }: StrandReading,
  figures: ReturnType<typeof figuresValidOn>,
  where: SQL | undefined,
  order: SQL[],
) {
  return db
    .select({
      id: strands.id,
      toolkit: strands.toolkit,
      nameNlVerified: strands.nameNlVerified,
      name: strandTexts.name,
      what: strandTexts.what,
      watch: strandTexts.watch,
      forWhom: strandTexts.forWhom,
      impactMonths: figures.impactMonths,
      cost: figures.cost,
      evidenceStrength: figures.evidenceStrength,
      edition: figures.edition,
      verified: figures.verified,
      unverifiedFields: figures.unverifiedFields,
      enteredBy: figures.enteredBy,
    })
    .from(strands)
    .innerJoin(strandTexts, and(eq(strandTexts.strandId, strands.id), eq(strandTexts.language, language)))
    .innerJoin(figures, eq(figures.strandId, strands.id))
    .where(where)
    .orderBy(...order);
}

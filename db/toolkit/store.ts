import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Language } from "#domain/people/words.ts";
import { strandFigures, strands, strandTexts } from "./tables.ts";

export async function isStrand(db: Database, strandId: string): Promise<boolean> {
  return (await db.select({ id: strands.id }).from(strands).where(eq(strands.id, strandId))).length === 1;
}

export const countStrands = (db: Database): Promise<number> => db.$count(strands);

/** Strands with their name and the newest figures, in one language; all of them, or those named. */
export function strandsWithFigures(db: Database, language: Language, ids?: readonly string[]) {
  const newest = db
    .selectDistinctOn([strandFigures.strandId])
    .from(strandFigures)
    .orderBy(strandFigures.strandId, desc(strandFigures.validFrom))
    .as("newest");
  return db
    .select({
      id: strands.id,
      toolkit: strands.toolkit,
      name: strandTexts.name,
      what: strandTexts.what,
      impactMonths: newest.impactMonths,
      cost: newest.cost,
      evidenceStrength: newest.evidenceStrength,
      edition: newest.edition,
      verified: newest.verified,
      unverifiedFields: newest.unverifiedFields,
    })
    .from(strands)
    .innerJoin(strandTexts, and(eq(strandTexts.strandId, strands.id), eq(strandTexts.language, language)))
    .innerJoin(newest, eq(newest.strandId, strands.id))
    .where(ids ? inArray(strands.id, [...ids]) : undefined)
    .orderBy(sql`${strandTexts.name} collate "und-x-icu"`);
}

import { and, desc, eq, lte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { strandFigures } from "./tables.ts";

/** The dated versions of a strand's figures that had begun by a day, newest first. */
export function figureVersionsOf(db: Database, strandId: string, day: string) {
  return db
    .select({
      impactMonths: strandFigures.impactMonths,
      cost: strandFigures.cost,
      evidenceStrength: strandFigures.evidenceStrength,
      edition: strandFigures.edition,
      validFrom: strandFigures.validFrom,
    })
    .from(strandFigures)
    .where(and(eq(strandFigures.strandId, strandId), lte(strandFigures.validFrom, day)))
    .orderBy(desc(strandFigures.validFrom));
}

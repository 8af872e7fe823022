import { desc, lte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { strandFigures } from "./tables.ts";

/**
 * For each strand the version of its figures that holds on a day, as a table to join with. TK2: that is the newest one
 * that had begun by then; a later one does not change what a team knew on that day.
 */
export const figuresValidOn = (db: Database, day: string) =>
  db
    .selectDistinctOn([strandFigures.strandId])
    .from(strandFigures)
    .where(lte(strandFigures.validFrom, day))
    .orderBy(strandFigures.strandId, desc(strandFigures.validFrom))
    .as("figures");

import { desc, lte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { strandFigures } from "./tables.ts";

/** For each strand the version of its figures that holds on a day (TK2), as a table to join with. */
export const figuresValidOn = (db: Database, day: string) =>
  db
    .selectDistinctOn([strandFigures.strandId])
    .from(strandFigures)
    .where(lte(strandFigures.validFrom, day))
    .orderBy(strandFigures.strandId, desc(strandFigures.validFrom))
    .as("figures");

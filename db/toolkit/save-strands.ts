import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.ts";
import { strandFigures, strands, strandTexts } from "./tables.ts";

/** Adds strands, or changes those that are there when something about them differs. @returns how many were written. */
export async function saveStrands(db: Database, rows: (typeof strands.$inferInsert)[]): Promise<number> {
  const change = whenDifferent(strands, [strands.toolkit, strands.nameNlVerified]);
  const written = await db
    .insert(strands)
    .values(rows)
    .onConflictDoUpdate({ target: strands.id, ...change })
    .returning({ id: strands.id });
  return written.length;
}

/** The same for names and summaries. */
export async function saveStrandTexts(db: Database, rows: (typeof strandTexts.$inferInsert)[]): Promise<number> {
  const change = whenDifferent(strandTexts, [
    strandTexts.name,
    strandTexts.what,
    strandTexts.watch,
    strandTexts.forWhom,
  ]);
  const written = await db
    .insert(strandTexts)
    .values(rows)
    .onConflictDoUpdate({ target: [strandTexts.strandId, strandTexts.language], ...change })
    .returning({ strandId: strandTexts.strandId });
  return written.length;
}

/** Adds versions of figures that are not there yet. One that is there is never touched: a team may have cited it. */
export async function addMissingFigures(db: Database, rows: (typeof strandFigures.$inferInsert)[]): Promise<number> {
  const added = await db
    .insert(strandFigures)
    .values(rows)
    .onConflictDoNothing({ target: [strandFigures.strandId, strandFigures.validFrom] })
    .returning({ id: strandFigures.id });
  return added.length;
}

/** What to set on a row that is there, and only when one of the columns differs: an equal row stays as it is on disk. */
function whenDifferent(table: PgTable, columns: readonly PgColumn[]): { set: Record<string, SQL>; setWhere: SQL } {
  const proposed = (column: PgColumn) => sql`excluded.${sql.identifier(column.name)}`;
  const keys = Object.entries(getTableColumns(table)).filter(([, column]) => columns.includes(column));
  const list = (values: SQL[]) => sql.join(values, sql`, `);
  return {
    set: Object.fromEntries(keys.map(([key, column]) => [key, proposed(column)])),
    setWhere: sql`(${list(columns.map((column) => sql`${column}`))}) is distinct from (${list(columns.map(proposed))})`,
  };
}

import { sql } from "drizzle-orm";
import { boolean, check, pgTable } from "drizzle-orm/pg-core";
import { at } from "#db/columns.ts";

/** Whether the demo is being told here, or was told to its end: one row, from the first telling on. */
export const demoTelling = pgTable(
  "demo_telling",
  {
    only: boolean("only").primaryKey().default(true),
    begunAt: at("begun_at").notNull(),
    /** Empty while it is told, and after a start that died before the end. */
    toldAt: at("told_at"),
  },
  (table) => [check("demo_telling_only", sql`${table.only}`)],
);

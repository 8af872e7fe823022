import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, oneOf } from "#db/columns.ts";
import { people } from "#db/people/tables.ts";
import { LANGUAGES } from "#domain/people/words.ts";
import { type Cost, type EvidenceStrength, TOOLKITS } from "#domain/toolkit/words.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const strands = pgTable(
  "strands",
  {
    id: text("id").primaryKey(),
    toolkit: text("toolkit", { enum: TOOLKITS }).notNull(),
    nameNlVerified: boolean("name_nl_verified").notNull(),
  },
  (table) => [
    oneOf("strands_toolkit", "toolkit", TOOLKITS),
    check("strands_id", sql`${table.id} ~ '^[a-z0-9-]{1,60}$'`),
  ],
);

/** Name and summary of a strand in one language; `search` follows by itself, stemmed in that language. */
export const strandTexts = pgTable(
  "strand_texts",
  {
    strandId: text("strand_id")
      .notNull()
      .references(() => strands.id, { onDelete: "cascade" }),
    language: text("language", { enum: LANGUAGES }).notNull(),
    name: text("name").notNull(),
    what: text("what").notNull(),
    watch: text("watch").notNull(),
    forWhom: text("for_whom").notNull(),
    search: tsvector("search").generatedAlwaysAs(
      sql.raw(
        ["name", "what", "watch", "for_whom"]
          .map((column, weight) => {
            const vector = (config: string) => `setweight(to_tsvector('${config}', ${column}), '${"ABCC"[weight]}')`;
            return `case language when 'nl' then ${vector("dutch")} else ${vector("english")} end`;
          })
          .join(" || "),
      ),
    ),
  },
  (table) => [
    primaryKey({ columns: [table.strandId, table.language] }),
    oneOf("strand_texts_language", "language", LANGUAGES),
    index("strand_texts_search").using("gin", table.search),
  ],
);

/** The figures of a strand as one edition gave them. A new edition is a new row; what a team cited stays citable. */
export const strandFigures = pgTable(
  "strand_figures",
  {
    id: id(),
    strandId: text("strand_id")
      .notNull()
      .references(() => strands.id, { onDelete: "cascade" }),
    /** Months of progress in a school year; null is "niet te bepalen" and never 0. */
    impactMonths: integer("impact_months"),
    /** 1 very low to 5 very high. */
    cost: integer("cost").$type<Cost>().notNull(),
    /** 0 none or very limited to 5 very extensive. */
    evidenceStrength: integer("evidence_strength").$type<EvidenceStrength>().notNull(),
    /** Year of the edition. */
    edition: integer("edition").notNull(),
    sourceUrl: text("source_url").notNull(),
    verified: boolean("verified").notNull(),
    unverifiedFields: text("unverified_fields").array().notNull().default([]),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    enteredAt: at("entered_at").notNull(),
    enteredBy: uuid("entered_by").references(() => people.id),
  },
  (table) => [
    check("strand_figures_months", sql`${table.impactMonths} between -12 and 24`),
    check("strand_figures_cost", sql`${table.cost} between 1 and 5`),
    check("strand_figures_evidence", sql`${table.evidenceStrength} between 0 and 5`),
    check("strand_figures_edition", sql`${table.edition} between 2000 and 2199`),
    uniqueIndex("strand_figures_once_a_day").on(table.strandId, table.validFrom),
  ],
);

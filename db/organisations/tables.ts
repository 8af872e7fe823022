import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { EDUCATION_TYPES, ORGANISATION_KINDS, SCHOOL_LEVELS, SCHOOL_NETWORKS } from "#domain/people/words.ts";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    kind: text("kind", { enum: ORGANISATION_KINDS }).notNull(),
    name: text("name").notNull(),
    levels: text("levels", { enum: SCHOOL_LEVELS }).array().notNull().default([]),
    education: text("education", { enum: EDUCATION_TYPES }),
    network: text("network", { enum: SCHOOL_NETWORKS }),
    municipality: text("municipality"),
    institutionNumber: text("institution_number"),
    /** Grows by one with each change; a change made on an older version is shown to its maker, not written. */
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    oneOf("organisations_kind", "kind", ORGANISATION_KINDS),
    oneOf("organisations_education", "education", EDUCATION_TYPES),
    oneOf("organisations_network", "network", SCHOOL_NETWORKS),
    textLength("organisations_name", "name", 120),
    check("organisations_institution_number", sql`${table.institutionNumber} ~ '^[0-9]{1,6}$'`),
    check("organisations_levels", sql.raw(`levels <@ array['${SCHOOL_LEVELS.join("','")}']`)),
    uniqueIndex("organisations_institution_number_once").on(table.institutionNumber),
  ],
);

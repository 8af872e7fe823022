import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { cycles } from "#db/cycles/tables.ts";
import { documents } from "#db/documents/tables.ts";
import { people } from "#db/people/tables.ts";
import { CARD_KIND_NAMES, type CardContent, TITLE_LIMIT } from "#domain/cards/kinds.ts";

export const cards = pgTable(
  "cards",
  {
    id: id(),
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    kind: text("kind", { enum: CARD_KIND_NAMES as [string, ...string[]] }).notNull(),
    title: text("title").notNull(),
    content: jsonb("content").$type<CardContent>().notNull(),
    /** Grows by one with each change; a change made on an older version is shown to its maker, not written. */
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    changedAt: at("changed_at").notNull(),
    changedBy: uuid("changed_by").references(() => people.id),
    discardedAt: at("discarded_at"),
    discardedBy: uuid("discarded_by").references(() => people.id),
  },
  (table) => [
    oneOf("cards_kind", "kind", CARD_KIND_NAMES),
    textLength("cards_title", "title", TITLE_LIMIT),
    check("cards_content", sql`jsonb_typeof(${table.content}) = 'object'`),
    index("cards_of_cycle").on(table.cycleId, table.kind),
  ],
);

/** A conversation in the margin of a document or about a card. */
export const threads = pgTable(
  "threads",
  {
    id: id(),
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    documentId: uuid("document_id").references(() => documents.id),
    cardId: uuid("card_id").references(() => cards.id),
    /** The words it was about, kept when the text around them is gone. */
    quotation: text("quotation").notNull().default(""),
    asksCoach: boolean("asks_coach").notNull().default(false),
    startedAt: at("started_at").notNull(),
    startedBy: uuid("started_by").references(() => people.id),
    resolvedAt: at("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => people.id),
  },
  (table) => [
    check("threads_one_subject", sql`${table.documentId} is null or ${table.cardId} is null`),
    check("threads_quotation", sql`char_length(${table.quotation}) <= 600`),
    index("threads_of_cycle").on(table.cycleId),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    body: text("body").notNull(),
    at: at("at").notNull(),
    by: uuid("by").references(() => people.id),
    withdrawnAt: at("withdrawn_at"),
  },
  (table) => [textLength("comments_body", "body", 4000), index("comments_of_thread").on(table.threadId, table.at)],
);

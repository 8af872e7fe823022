import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at, id } from "#db/columns.ts";

/** Mail waits here, written in the transaction that caused it, until a worker has sent it. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    writtenAt: at("written_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: at("next_attempt_at").notNull(),
    sentAt: at("sent_at"),
    failedAt: at("failed_at"),
  },
  // Only those that wait: the worker asks every few seconds, and the mails that left are many.
  (table) => [index("mails_waiting").on(table.nextAttemptAt).where(sql`sent_at is null and failed_at is null`)],
);

import { sql } from "drizzle-orm";
import { bigint, check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "#db/columns.ts";

/**
 * Somebody's rights may have changed: a person's, or everybody's in a document. Rows come in the order of their commits
 * (`changes.ts`) and stay for a day. No foreign keys: what is gone may be named, and every append to the log reads here.
 */
export const rightsChanges = pgTable(
  "rights_changes",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid("person_id"),
    /** Only this session of the person. */
    sessionId: text("session_id"),
    documentId: uuid("document_id"),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [check("rights_changes_one_or_the_other", sql`num_nonnulls(${table.personId}, ${table.documentId}) = 1`)],
);

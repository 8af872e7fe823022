import { sql } from "drizzle-orm";
import { bigint, check, customType, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "#db/columns.ts";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
/** Counts rows and keystrokes; far below 2^53, so a plain number in TypeScript. */
const count = (name: string) => bigint(name, { mode: "number" });
const ofDocument = () =>
  uuid("document_id")
    .notNull()
    .references(() => documents.id, { onDelete: "cascade" });

/**
 * A live document. Its text is the newest snapshot and the updates after it, nothing else: a node keeps no truth of
 * its own. `last_seq` is the gate of the log: an append names the value it has seen and changes nothing when another
 * node was first.
 */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    kind: text("kind").notNull(),
    /** The newest editor schema that a writer brought; older clients may read and are asked to reload. */
    schemaVersion: integer("schema_version").notNull(),
    /** Number of the newest update. */
    lastSeq: count("last_seq").notNull().default(0),
    /** Up to where the snapshot covers the log; 0 without one. Updates up to here are deleted. */
    snapshotSeq: count("snapshot_seq").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    check("documents_kind", sql`${table.kind} ~ '^[a-z][a-z-]{0,31}$'`),
    check("documents_schema_version", sql`${table.schemaVersion} > 0`),
    check("documents_snapshot_within_log", sql`${table.snapshotSeq} between 0 and ${table.lastSeq}`),
  ],
);

/** The log: one row per document and commit, 1, 2, 3 … without holes, with everything that was gathered for it. */
export const documentUpdates = pgTable(
  "document_updates",
  {
    documentId: ofDocument(),
    seq: count("seq").notNull(),
    /**
     * Who wrote, each once; empty for the server's own edits. No foreign key: the history of a text outlives an
     * erased account, and a lookup per keystroke would cost more than it guards.
     */
    personIds: uuid("person_ids").array().notNull(),
    /** The Yjs updates with their (person, session, sequence): see `entries.ts`. */
    entries: bytea("entries").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.seq] }),
    check("document_updates_seq", sql`${table.seq} > 0`),
    check("document_updates_not_empty", sql`octet_length(${table.entries}) > 0`),
  ],
);

/** The merged state up to `seq`, one per document, replaced by compaction. */
export const documentSnapshots = pgTable(
  "document_snapshots",
  {
    documentId: ofDocument().primaryKey(),
    seq: count("seq").notNull(),
    state: bytea("state").notNull(),
    /** The state vector of `state`, so that a room opens without walking it. */
    vector: bytea("vector").notNull(),
    /** The state once more, packed for the wire, so that nobody packs it for each who opens the document. */
    packed: bytea("packed"),
    /** The row that `packed` stands for: worth nothing when a release that knows no packing has moved `seq` on. */
    packedSeq: count("packed_seq"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [check("document_snapshots_seq", sql`${table.seq} > 0`)],
);

/**
 * Rows that could not be read when the log was merged, byte for byte as they stood there. Nothing deletes them but the
 * end of their document: somebody may mend them.
 */
export const documentRowsSetAside = pgTable(
  "document_rows_set_aside",
  {
    documentId: ofDocument(),
    seq: count("seq").notNull(),
    personIds: uuid("person_ids").array().notNull(),
    entries: bytea("entries").notNull(),
    createdAt: at("created_at").notNull(),
    setAsideAt: at("set_aside_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.seq] })],
);

/** Whose a Yjs client id is, from its first stored keystroke on. An id without a row here is the server's. */
export const documentClients = pgTable(
  "document_clients",
  {
    documentId: ofDocument(),
    clientId: count("client_id").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.clientId] }),
    check("document_clients_32_bits", sql`${table.clientId} between 0 and 4294967295`),
  ],
);

/**
 * How far each outbox (a person's device) was saved, for the updates that compaction took out of the log. With the
 * marks in the log itself it makes a repeated send harmless, however late it comes.
 */
export const documentSessions = pgTable(
  "document_sessions",
  {
    documentId: ofDocument(),
    personId: uuid("person_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    savedUpTo: count("saved_up_to").notNull(),
    seenAt: at("seen_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.personId, table.sessionId] }),
    check("document_sessions_saved_up_to", sql`${table.savedUpTo} > 0`),
    index("document_sessions_seen").on(table.seenAt),
  ],
);

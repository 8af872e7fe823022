import { sql } from "drizzle-orm";
import { bigint, check, customType, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf } from "#db/columns.ts";
import { VERSION_NAME_LIMIT, VERSION_REASONS } from "#domain/documents/moments.ts";

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
    /** Of state, vector and packed, in this order (digests.ts). */
    digests: bytea("digests"),
    /** The row that `digests` stand for: worth nothing when a release that takes none has moved `seq` on. */
    digestsSeq: count("digests_seq"),
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

/**
 * What a document said at some moment, for looking back and for bringing back. The content itself and not the Yjs
 * state: it carries no tombstones and no client ids, so it stays small, and it can be read without Yjs.
 */
export const documentVersions = pgTable(
  "document_versions",
  {
    id: id(),
    documentId: ofDocument(),
    /** The row of the log up to which it goes. */
    seq: count("seq").notNull(),
    /** The moment of what it says: when its last words were written, or when somebody asked for it. */
    at: at("at").notNull(),
    reason: text("reason", { enum: VERSION_REASONS }).notNull(),
    /** Given by hand; a version with a name is never thinned out. */
    name: text("name"),
    /** Who moved on, restored, gave the name or took text away; nobody for the end of a sitting. */
    madeBy: uuid("made_by"),
    /** Who wrote since the version before it. No foreign keys, for the reason that `person_ids` has none. */
    authorIds: uuid("author_ids").array().notNull(),
    words: integer("words").notNull(),
    /** In words, compared with the version before it. */
    wordsAdded: integer("words_added").notNull(),
    wordsRemoved: integer("words_removed").notNull(),
    /** SHA-256 of the content as a reader sees it: what reads the same makes no new version. */
    fingerprint: bytea("fingerprint").notNull(),
    /** See `version-content.ts`. */
    content: bytea("content").notNull(),
  },
  (table) => [
    oneOf("document_versions_reason", "reason", VERSION_REASONS),
    check(
      "document_versions_name",
      sql.raw(`name is null or (char_length(name) <= ${VERSION_NAME_LIMIT} and btrim(name) <> '')`),
    ),
    check("document_versions_words", sql`least(${table.words}, ${table.wordsAdded}, ${table.wordsRemoved}) >= 0`),
    index("document_versions_of_document").on(table.documentId, table.seq),
  ],
);

/** How far the log of a document was read for its versions, and who wrote in what compaction has taken since. */
export const documentHistoryMarks = pgTable("document_history_marks", {
  documentId: ofDocument().primaryKey(),
  seq: count("seq").notNull(),
  /** Since the newest version, up to `seq`. */
  authorIds: uuid("author_ids").array().notNull(),
  /** When the last words up to `seq` were written that are in no version yet; null when none wait. */
  wroteAt: at("wrote_at"),
});

/** Somebody took away most of a text (rule HV2): what the notice to the team says, until somebody decides. */
export const documentRemovals = pgTable(
  "document_removals",
  {
    versionId: uuid("version_id")
      .primaryKey()
      .references(() => documentVersions.id, { onDelete: "cascade" }),
    documentId: ofDocument(),
    removedBy: uuid("removed_by").notNull(),
    removedAt: at("removed_at").notNull(),
    /** Characters before; at three quarters of it the text counts as back. */
    lengthBefore: integer("length_before").notNull(),
    /** When the event about it was recorded; until then a job still has to. */
    notedAt: at("noted_at"),
    /** When the text was back, or the team was fine with it. */
    settledAt: at("settled_at"),
    settledBy: uuid("settled_by"),
  },
  (table) => [index("document_removals_open").on(table.documentId).where(sql`${table.settledAt} is null`)],
);

import type { Doc } from "yjs";
import type { RecordedEvent } from "#db/activity/store.ts";
import type { Database } from "#db/client.ts";
import type { AskedVersion } from "#db/documents/keep-versions.ts";
import type { Comparison } from "#domain/documents/compare.ts";
import type { DocumentNode } from "#domain/documents/tree.ts";
import type { Language } from "#domain/people/words.ts";

/** The parts that a use case works with; `main.ts` makes them once and passes them in. */
export interface Services {
  db: Database;
  /** The moment now. A value, so that the demo can be told over months and tests can wait for nothing. */
  clock: () => Date;
  log: Log;
  live: LiveEffects;
  /** Where people reach this installation, for links in mails: an origin without a slash at the end. */
  publicUrl: string;
  /** The people of the demo, to be offered at the sign-in; only where a demo was asked for. */
  demo?: readonly DemoSignIn[];
}

/** One press signs in as this invented person. */
export interface DemoSignIn {
  name: string;
  email: string;
  /** What the person is called at school. */
  role: Readonly<Record<Language, string>>;
  password: string;
}

export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** A change by name, with plain data. `realtime` takes it as it is. */
export interface DocumentChange<Result> {
  name: string;
  args: readonly unknown[];
  /** Never there; says what comes back. */
  readonly result?: Result;
}

/** What the use cases ask of the live channel. `realtime` fulfils it; in a script without sockets nothing listens. */
export interface LiveEffects {
  publish(topics: readonly string[], keys: readonly (readonly string[])[]): void;
  /** Rights may have changed: open sockets lose exactly what was lost, at once. */
  recheck(what: { personId?: string; documentId?: string; sessionId?: string }): Promise<void>;
  /**
   * Changes a live document on the server; everyone who has it open sees the change. A named change (`change` of
   * `#server/documents`) runs in a thread; a function runs on this one, and is for texts that nobody else wrote in.
   */
  editDocument<Result>(
    documentId: string,
    by: { personId: string } | "system",
    change: DocumentChange<Result> | ((document: Doc) => Result),
  ): Promise<Result>;
  /** What the document says, as plain data; null when there is none. */
  readDocumentText(documentId: string): Promise<DocumentNode | null>;
  /** The whole document as one Yjs update, or null when there is none. */
  readDocument(documentId: string): Promise<{ update: Uint8Array; seq: number } | null>;
  /** Keeps what the log asks for and, when asked, the text as it is now: the id of that version. Harmless when repeated. */
  keepVersions(documentId: string, asked?: AskedVersion): Promise<string | null>;
  /** What a document says now, and the state vector of that; null when there is none. */
  readContent(documentId: string): Promise<{ content: DocumentNode; vector: Uint8Array } | null>;
  compareContents(documentId: string, older: DocumentNode, newer: DocumentNode): Promise<Comparison>;
  /**
   * Makes a document say what `target` says, taking away only what `seen` (a state vector) covers.
   *
   * @param event recorded in the transaction of the edit. @returns whether it had to change.
   */
  restoreContent(
    documentId: string,
    by: { personId: string } | "system",
    target: DocumentNode,
    seen: Uint8Array,
    event?: RecordedEvent,
  ): Promise<boolean>;
}

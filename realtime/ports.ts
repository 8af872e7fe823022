import type { DocumentLog } from "#db/documents/log.ts";
import type { Bus } from "./bus/bus.ts";
import type { DocumentRights } from "./wire/messages.ts";

/** Who a socket belongs to, as the session says. */
export interface LiveSession {
  sessionId: string;
  personId: string;
  /** Shown to others beside the cursor. */
  name: string;
  expiresAt: Date;
}

export interface LiveLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/**
 * What the live channel needs to be told. The three questions are asked again whenever `recheck` says so, and now and
 * then without a reason; what they throw counts as "not known", and unknown rights are no rights.
 */
export interface RealtimePorts {
  /** The session of this Cookie header. Must not prolong it: an open tab is no sign of a person. */
  authenticate(cookieHeader: string | undefined): Promise<LiveSession | null>;
  /** Null when there is no such document or this person may not know of it. */
  documentRights(personId: string, documentId: string): Promise<DocumentRights | null>;
  mayWatch(personId: string, topic: string): Promise<boolean>;
  log: DocumentLog;
  bus: Bus;
  logger: LiveLog;
  clock(): Date;
  /**
   * These people wrote in this document, after the commit and for each commit of this node. Called on the hot path:
   * has to return at once and must not throw. `deletions` is about how many letters went.
   */
  written?(documentId: string, personIds: ReadonlySet<string>, deletions: number): void;
}

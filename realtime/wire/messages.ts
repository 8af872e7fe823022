import type { Code, Refusal } from "./codes.ts";

/** Sent by the client when it connects (`auth` of Socket.IO). */
export interface Hello {
  /** `PROTOCOL`. Another value is refused with PROTOCOL_TOO_OLD. */
  protocol: number;
  /** Whose page this is, when it knows. A session of somebody else is answered with SESSION_ENDED. */
  personId?: string;
}
/** Raised when an older client would misread a newer server or the other way round. */
export const PROTOCOL = 1;
/** Path of the channel; the scheme is ws or wss, the transport WebSocket only. */
export const LIVE_PATH = "/live";

/** What a person may do with a document. Without `read` there is no membership at all. */
export interface DocumentRights {
  read: boolean;
  write: boolean;
  comment: boolean;
  /** To be seen by the others and to see them. */
  presence: boolean;
}

export interface JoinRequest {
  documentId: string;
  /** Version of the editor schema this client knows. */
  schemaVersion: number;
  /**
   * The outbox: a UUID made by the device, kept as long as the outbox is. Updates are counted in it from 1 without
   * holes, per document. Tabs that share an outbox share it.
   */
  sessionId: string;
  /** `clientID` of the Yjs document. Reserved for this person until the socket leaves. */
  clientId: number;
  /** Ask for the server's state vector too (after CLOCK_GAP, or with an outbox that was lost). */
  wantVector?: boolean;
  /** The first update of the answer may come packed (`Joined.packed`). */
  takesPacked?: boolean;
  /** A long answer may come in pieces (`Joined.bytes`). */
  takesPieces?: boolean;
}

/**
 * Comes with a body (`unpack` it): first the server's state vector (empty unless asked for), then Yjs V1 updates to
 * apply in this order. What follows on the channel continues exactly there.
 */
export interface Joined {
  ok: true;
  /** Number of the newest update in the answer. */
  seq: number;
  /** Puts a frame from the client to this document; new at every join. */
  slot: number;
  /** Tells from which document a frame of the server is, for as long as the client is in it. */
  channel: number;
  rights: DocumentRights;
  /** The reserved client id, or null when it belongs to somebody else here: give the Yjs document another one. */
  clientIdLease: number | null;
  /** All updates of this outbox session up to here are saved: drop them, send from the next one on. */
  savedUpTo: number;
  /** The key under which others see this socket's presence; to be left out when it comes back. */
  presenceId: number;
  /** The document's schema is newer than the client's: writing is off until a reload. */
  reload: boolean;
  /** The first update of the body is a Yjs V2 update, deflated (RFC 1951, without a header). */
  packed?: true;
  /** The body is the beginning of one of so many bytes: ask for what follows with `more` before using it. */
  bytes?: number;
}

/** The rest of a long answer to a join, from this byte on. */
export interface MoreRequest {
  documentId: string;
  /** Of that join. */
  slot: number;
  from: number;
}

/** Comes with the next bytes as its body. */
export interface More {
  ok: true;
}

/** Asked now and then, with everything saved: equal state vectors are no proof of equal text. */
export interface CheckRequest {
  documentId: string;
  /** Frames of kind UPDATE and UPDATES received for this document since the join. */
  received: number;
  /** `contentHash` of the client's document. */
  hash: string;
}

/**
 * `same` is null when the two cannot be compared just now (something is under way): ask again later. When it is false
 * the body holds the whole document as one update: apply it, keep the own version aside, report.
 */
export interface Checked {
  ok: true;
  same: boolean | null;
  seq: number;
}

/** Topics are the server's own names such as `cycle:<id>`; what they mean is the product's affair. */
export interface TopicsRequest {
  topics: string[];
}
export interface Watching {
  ok: true;
  /** Those that are not watched because this person may not, or they do not exist. */
  refused: string[];
}

/** A relative position of Yjs as JSON: the place beside an item, or the beginning or end of a type or of the root. */
export interface CursorPosition {
  type: { client: number; clock: number } | null;
  tname: "content" | null;
  item: { client: number; clock: number } | null;
  assoc: number;
}

/** Where a person's cursor is; null while the editor has no focus. What else a client sends is left out. */
export interface PresenceState {
  cursor: { anchor: CursorPosition; head: CursorPosition } | null;
}

/** Who somebody is, written by the server from the session. A client's own claims are never passed on. */
export interface PresenceUser {
  id: string;
  name: string;
  /** 0–11, the same for a person everywhere: an index into the interface's palette. */
  colour: number;
}

/** What a presence frame holds per `presenceId`, in the encoding of y-protocols' awareness. */
export interface SharedPresence extends PresenceState {
  user: PresenceUser;
}

export interface DocumentEnded {
  documentId: string;
  code: Code;
  retry: boolean;
}

export interface UpdateRefused extends Omit<Refusal, "ok"> {
  documentId: string;
  /** The update that was refused. Those after it are refused with OUT_OF_ORDER until a join starts afresh. */
  sequence: number;
}

export interface RightsChanged {
  documentId: string;
  rights: DocumentRights;
  /** Says why when writing was lost: READ_ONLY or SCHEMA_TOO_OLD. */
  code?: Code;
}

/** Query keys to ask again, never data. */
export interface Notice {
  keys: string[][];
}

export type Answer<Reply> = (reply: Reply | Refusal, body?: Uint8Array) => void;

/** Client to server. A message with an answer is always answered. `frame` holds document bytes: see `frames.ts`. */
export interface ClientMessages {
  join(request: JoinRequest, vector: Uint8Array, answer: Answer<Joined>): void;
  leave(request: { documentId: string }): void;
  more(request: MoreRequest, answer: Answer<More>): void;
  check(request: CheckRequest, answer: Answer<Checked>): void;
  watch(request: TopicsRequest, answer: Answer<Watching>): void;
  unwatch(request: TopicsRequest): void;
  frame(bytes: Uint8Array): void;
}

/** Server to client. */
export interface ServerMessages {
  frame(bytes: Uint8Array): void;
  /** One update was not taken. */
  refused(refused: UpdateRefused): void;
  /** The rights in a joined document changed; presence and writing follow at once. */
  rights(changed: RightsChanged): void;
  /** The socket is no longer in this document: REMOVED, NOT_FOUND, SCHEMA_TOO_OLD, TEMPORARY … */
  removed(ended: DocumentEnded): void;
  notice(notice: Notice): void;
  /** These topics may no longer be watched. */
  unwatched(request: TopicsRequest): void;
  /** Whether saving works: true when the log has not taken anything for over a second, false when it does again. */
  stalled(status: { stalled: boolean }): void;
  /** Connect again, after a random part of `withinMs`; what is not acknowledged by then is sent again there. */
  draining(status: { withinMs: number }): void;
  /** The last message before the server closes the line. */
  ended(refusal: Omit<Refusal, "ok">): void;
}

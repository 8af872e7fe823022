/**
 * Every refusal of the live channel. `retry` tells a client what to do without knowing the code:
 * true = the same thing may succeed later, unchanged (wait `retryAfterMs` when given, else back off with jitter, then
 * join again and go on from `savedUpTo`); false = it never will, stop and tell the person.
 */
export const CODES = {
  /** No such document or topic, or none that this person may know of. The two are not told apart. */
  NOT_FOUND: { retry: false },
  /** The person may know the document exists but not read it. */
  FORBIDDEN: { retry: false },
  /** The person may read and not write. */
  READ_ONLY: { retry: false },
  /** The person had access and lost it: wipe the local copy. */
  REMOVED: { retry: false },
  /** Not signed in, signed out, or the session is over: sign in again. Unsent text stays on the device until then. */
  SESSION_ENDED: { retry: false },
  /** The update's bytes are not what any honest editor makes. */
  INVALID_UPDATE: { retry: false },
  /**
   * The update does not continue what the server knows: something before it is missing there or came twice. Join once
   * more with `wantVector`, put what the server lacks in a new outbox session, and give up if that is refused too.
   */
  CLOCK_GAP: { retry: true },
  /** The update writes under a Yjs client id of somebody else. */
  FOREIGN_CLIENT: { retry: false },
  /** The sequence is not the next of its session, mostly because the one before was refused: join again, resend. */
  OUT_OF_ORDER: { retry: true },
  /** A frame, an update, a presence state or the document is over its limit. */
  TOO_BIG: { retry: false },
  /** Too many of something per second, per minute or at once. */
  TOO_MANY: { retry: true },
  /** The client is older than the document's editor schema: it may read on, and must reload before writing. */
  SCHEMA_TOO_OLD: { retry: false },
  /** The client speaks another protocol version: reload. */
  PROTOCOL_TOO_OLD: { retry: false },
  /** A message that this protocol does not have, or with fields missing. */
  BAD_MESSAGE: { retry: false },
  /** After too many refusals: come back after `retryAfterMs`. */
  BLOCKED: { retry: true },
  /** This server is about to stop: connect again, another one answers. */
  DRAINING: { retry: true },
  /** Something on the server's side does not work just now (the database, mostly). */
  TEMPORARY: { retry: true },
} as const satisfies Record<string, { retry: boolean }>;

export type Code = keyof typeof CODES;

/** How every refusal looks, whatever message it answers. */
export interface Refusal {
  ok: false;
  code: Code;
  retry: boolean;
  /** Not before this many milliseconds; absent = the client's own back-off. */
  retryAfterMs?: number;
}

/** Builds the refusal for a code. `retryAfterMs` in milliseconds. */
export function refusal(code: Code, retryAfterMs?: number): Refusal {
  const plain: Refusal = { ok: false, code, retry: CODES[code].retry };
  return retryAfterMs === undefined ? plain : { ...plain, retryAfterMs };
}

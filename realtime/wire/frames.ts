import { packInto, readVarint, varintSize, writeVarint } from "./bytes.ts";

/**
 * Document bytes travel as one binary frame: a varint `channel × 8 + kind`, then the payload to the end. For most
 * documents that is a single byte before the Yjs update. From the client `channel` is the slot of its join, from the
 * server the channel named there, equal for everybody in the document so that a frame is made once for all.
 * Kind 0 is the parser's own (`parser.ts`).
 */
export const FROM_CLIENT = {
  /** varint sequence, then one Yjs V1 update. */
  UPDATE: 1,
  /** A `PresenceState` as JSON in UTF-8, or nothing: not to be seen for now. */
  PRESENCE: 2,
} as const;

export const FROM_SERVER = {
  /** One Yjs V1 update of somebody else. It is on disk. */
  UPDATE: 1,
  /** Several, each with its length before it (`unpack`). Counts as one frame received. */
  UPDATES: 2,
  /** varint: everything this socket's outbox session sent up to this sequence is on disk. Always cumulative. */
  SAVED: 3,
  /** A y-protocols awareness update, keyed by presence id. Holds one's own state too. */
  PRESENCE: 4,
} as const;

export interface Frame {
  channel: number;
  kind: number;
  /** Index of the payload's first byte. */
  payload: number;
}

/** Reads the head of a frame; null when there is none. */
export function readFrame(bytes: Uint8Array): Frame | null {
  const head = readVarint(bytes, 0);
  if (head === null) return null;
  return { channel: Math.floor(head.value / 8), kind: head.value % 8, payload: head.next };
}

/** A frame with this payload. `channel` 0 to 2^42 − 1. */
export function writeFrame(channel: number, kind: number, payload: Uint8Array): Uint8Array {
  const head = channel * 8 + kind;
  const frame = new Uint8Array(varintSize(head) + payload.length);
  frame.set(payload, writeVarint(frame, 0, head));
  return frame;
}

/** A frame from the client: the update with this sequence. */
export function writeClientUpdate(slot: number, sequence: number, update: Uint8Array): Uint8Array {
  const head = slot * 8 + FROM_CLIENT.UPDATE;
  const frame = new Uint8Array(varintSize(head) + varintSize(sequence) + update.length);
  frame.set(update, writeVarint(frame, writeVarint(frame, 0, head), sequence));
  return frame;
}

/** A frame from the server with all these updates; the shorter form for one. */
export function writeUpdates(channel: number, updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 1) return writeFrame(channel, FROM_SERVER.UPDATE, updates[0]!);
  const head = channel * 8 + FROM_SERVER.UPDATES;
  let size = varintSize(head);
  for (const update of updates) size += varintSize(update.length) + update.length;
  const frame = new Uint8Array(size);
  packInto(frame, writeVarint(frame, 0, head), updates);
  return frame;
}

/** A frame from the server: saved up to and with `sequence`. */
export function writeSaved(channel: number, sequence: number): Uint8Array {
  const head = channel * 8 + FROM_SERVER.SAVED;
  const frame = new Uint8Array(varintSize(head) + varintSize(sequence));
  writeVarint(frame, writeVarint(frame, 0, head), sequence);
  return frame;
}

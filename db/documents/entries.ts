/**
 * What a row of the log holds: the updates of one document that one commit took, in order. The layout, with numbers
 * seven bits a byte, the lowest first, the top bit set on all but the last:
 *
 *   per entry: author (0 = the server, else 1 + index in the row's `person_ids`), sequence (0 = no session),
 *   16 bytes of session id unless sequence is 0, length of the update, the update (Yjs V1)
 */
export interface Entry {
  /** Null for what the server wrote of its own accord. */
  personId: string | null;
  /** The outbox and the number in it; null for an edit made on the server. */
  sent: { sessionId: string; sequence: number } | null;
  update: Uint8Array;
}

export interface EncodedEntries {
  /** Each person once. */
  personIds: string[];
  bytes: Uint8Array;
}

const SESSION_BYTES = 16;

export function encodeEntries(entries: readonly Entry[]): EncodedEntries {
  const personIds: string[] = [];
  let size = 0;
  for (const { personId, sent, update } of entries) {
    if (personId !== null && !personIds.includes(personId)) personIds.push(personId);
    size += 8 + (sent ? 8 + SESSION_BYTES : 1) + 5 + update.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const { personId, sent, update } of entries) {
    at = writeNumber(bytes, at, personId === null ? 0 : 1 + personIds.indexOf(personId));
    at = writeNumber(bytes, at, sent?.sequence ?? 0);
    if (sent) at = writeUuid(bytes, at, sent.sessionId);
    at = writeNumber(bytes, at, update.length);
    bytes.set(update, at);
    at += update.length;
  }
  return { personIds, bytes: bytes.subarray(0, at) };
}

/** @throws Error when the bytes are not a whole row: such a row must be set aside, never half read. */
export function decodeEntries({ personIds, bytes }: EncodedEntries): Entry[] {
  const entries: Entry[] = [];
  const reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const author = readNumber(reader);
    if (author > personIds.length) throw new Error("entries name an author that the row does not have");
    const sequence = readNumber(reader);
    const sent = sequence === 0 ? null : { sequence, sessionId: readUuid(reader) };
    const length = readNumber(reader);
    if (reader.at + length > bytes.length) throw new Error("entries are cut off");
    const update = bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
    entries.push({ personId: author === 0 ? null : personIds[author - 1]!, sent, update });
  }
  return entries;
}

function writeNumber(into: Uint8Array, at: number, value: number): number {
  let index = at;
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) into[index++] = (rest % 128) | 128;
  into[index++] = rest;
  return index;
}

function readNumber(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let factor = 1; reader.at < reader.bytes.length && factor <= 128 ** 6; factor *= 128) {
    const byte = reader.bytes[reader.at++]!;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
  throw new Error("entries are cut off");
}

function writeUuid(into: Uint8Array, at: number, uuid: string): number {
  into.set(Buffer.from(uuid.replaceAll("-", ""), "hex"), at);
  return at + SESSION_BYTES;
}

function readUuid(reader: { bytes: Uint8Array; at: number }): string {
  const from = reader.at;
  reader.at += SESSION_BYTES;
  if (reader.at > reader.bytes.length) throw new Error("entries are cut off");
  const hex = Buffer.from(reader.bytes.buffer, reader.bytes.byteOffset + from, SESSION_BYTES).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

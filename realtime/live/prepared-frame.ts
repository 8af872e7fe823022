/** A message, or several, in the form in which they go over the line: made once, written to many sockets as it is. */
export interface PreparedFrame {
  readonly wire: Uint8Array;
}

const TEXT_FINAL = 0x81;
const BINARY_FINAL = 0x82;

/** RFC 6455 §5.2: each message an unmasked binary one in one frame, one frame after the other. */
export function prepareFrame(...messages: readonly Uint8Array[]): PreparedFrame {
  let size = 0;
  for (const { length } of messages) size += headSize(length) + length;
  const wire = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    at = writeHead(wire, at, BINARY_FINAL, message.length);
    wire.set(message, at);
    at += message.length;
  }
  return { wire };
}

/** The same for a text. */
export function prepareText(text: string): PreparedFrame {
  const length = Buffer.byteLength(text);
  const wire = Buffer.allocUnsafe(headSize(length) + length);
  wire.write(text, writeHead(wire, 0, TEXT_FINAL, length));
  return { wire };
}

/** What goes before a binary message of this length, in bytes. */
export function prepareHead(length: number): Uint8Array {
  const head = Buffer.allocUnsafe(headSize(length));
  writeHead(head, 0, BINARY_FINAL, length);
  return head;
}

function headSize(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

function writeHead(wire: Buffer, at: number, kind: number, length: number): number {
  wire[at] = kind;
  if (length < 126) {
    wire[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    wire[at + 1] = 126;
    return wire.writeUInt16BE(length, at + 2);
  }
  wire[at + 1] = 127;
  return wire.writeBigUInt64BE(BigInt(length), at + 2);
}

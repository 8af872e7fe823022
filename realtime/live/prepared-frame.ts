/** A message, or several, in the form in which they go over the line: made once, written to many sockets as it is. */
export interface PreparedFrame {
  readonly wire: Uint8Array;
}

const BINARY_FINAL = 0x82;

/** RFC 6455 §5.2: each message an unmasked binary one in one frame, one frame after the other. */
export function prepareFrame(...messages: readonly Uint8Array[]): PreparedFrame {
  let size = 0;
  for (const { length } of messages) size += headSize(length) + length;
  const wire = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    at = writeHead(wire, at, message.length);
    wire.set(message, at);
    at += message.length;
  }
  return { wire };
}

function headSize(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

function writeHead(wire: Buffer, at: number, length: number): number {
  wire[at] = BINARY_FINAL;
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

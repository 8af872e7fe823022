/** A frame for many sockets: its WebSocket form is made once and written to each of them as it is. */
export interface PreparedFrame {
  bytes: Uint8Array;
  /** What engine.io hands to `ws` instead of framing the same bytes again for every socket. */
  options: { wsPreEncodedFrame: Uint8Array[]; compress: false };
}

const BINARY_FINAL = 0x82;

export function prepareFrame(bytes: Uint8Array): PreparedFrame {
  return { bytes, options: { wsPreEncodedFrame: [webSocketFrame(bytes)], compress: false } };
}

/** RFC 6455 §5.2: an unmasked binary message in one frame. */
function webSocketFrame(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = BINARY_FINAL;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, head);
  return frame;
}

import * as encoding from "lib0/encoding";

/** Bytes from a hex dump. */
export function hex(dump: string): Uint8Array {
  return Uint8Array.from(dump.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));
}

/** Writes an update by hand, the way a hostile client can. */
export function bytesOf(write: (to: UpdateWriter) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(new UpdateWriter(encoder));
  return encoding.toUint8Array(encoder);
}

export class UpdateWriter {
  constructor(private readonly encoder: encoding.Encoder) {}

  /** Plain numbers: counts, client ids, clocks, lengths, info bytes. */
  uints(...values: number[]): this {
    for (const value of values) encoding.writeVarUint(this.encoder, value);
    return this;
  }

  byte(value: number): this {
    encoding.writeUint8(this.encoder, value);
    return this;
  }

  text(value: string): this {
    encoding.writeVarString(this.encoder, value);
    return this;
  }

  any(value: unknown): this {
    encoding.writeAny(this.encoder, value as encoding.AnyEncodable);
    return this;
  }

  /** An element under the root. */
  rootElement(name = "paragraph"): this {
    return this.byte(0x07).uints(1).text("content").uints(3).text(name);
  }

  /** An element inside another one. */
  childElement(client: number, clock: number, name = "x"): this {
    return this.byte(0x07).uints(0, client, clock, 3).text(name);
  }

  /** Text after an earlier struct. */
  textAfter(client: number, clock: number, value = "a"): this {
    return this.byte(0x84).uints(client, clock).text(value);
  }
}

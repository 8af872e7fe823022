import type { GateLimits } from "./limits.ts";
import { checkName } from "./names.ts";
import type { Reader } from "./reader.ts";
import { refuse } from "./refused.ts";

/**
 * Walks over one value in lib0's "any" encoding, which Yjs uses for attributes. Byte strings and big integers are
 * refused: the editor makes neither, and the latter make JSON.stringify throw.
 */
export function readAnyValue(reader: Reader, depth: number, limits: GateLimits): void {
  if (depth > limits.valueDepth) refuse("value nested too deep");
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      readInteger(reader);
      return;
    case 124: // float32
      reader.skip(4);
      return;
    case 123: // float64
      reader.skip(8);
      return;
    case 119:
      reader.text();
      return;
    case 118: {
      const entries = reader.count(2);
      for (let i = 0; i < entries; i++) {
        reader.text();
        // An empty key is legal JSON and harmless as a property.
        if (reader.textTo > reader.textFrom) checkName(reader.bytes, reader.textFrom, reader.textTo, limits);
        readAnyValue(reader, depth + 1, limits);
      }
      return;
    }
    case 117: {
      const items = reader.count(1);
      for (let i = 0; i < items; i++) readAnyValue(reader, depth + 1, limits);
      return;
    }
    default:
      refuse("unknown kind of value");
  }
}

/** Signed: 6 bits and a sign in the first byte, 7 bits in each that follows. lib0 writes at most 31 bits this way. */
function readInteger(reader: Reader): void {
  if (reader.byte() < 0x80) return;
  for (let width = 1; width < 5; width++) if (reader.byte() < 0x80) return;
  refuse("integer too wide");
}

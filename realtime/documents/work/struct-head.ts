import type { Reader } from "../gate/reader.ts";

/** The bits of the byte that a struct begins with. */
export const STRUCT = { hasOrigin: 0x80, hasRight: 0x40, isAttribute: 0x20, kindBits: 0x1f } as const;

/** Walks over what a struct without neighbours says of its parent. */
export function readParent(reader: Reader, info: number): void {
  if (reader.uint() === 1) reader.text();
  else {
    reader.uint();
    reader.uint();
  }
  if ((info & STRUCT.isAttribute) !== 0) reader.text();
}

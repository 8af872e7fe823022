import { readAnyValue } from "./any-value.ts";
import { readJsonText } from "./json-text.ts";
import type { GateLimits } from "./limits.ts";
import { readName } from "./names.ts";
import type { Reader } from "./reader.ts";
import { refuse } from "./refused.ts";

/** Yjs's content kinds that our editor makes. The others (JSON, binary, embed, sub-document, skip) are refused. */
export const KIND = { gc: 0, deleted: 1, text: 4, mark: 6, type: 7, value: 8 } as const;

export const XML_ELEMENT = 3;
const XML_TEXT = 6;

/** Walks over the content of one struct and gives its length in clock ticks, never zero. */
export function readContent(reader: Reader, kind: number, limits: GateLimits): number {
  switch (kind) {
    case KIND.text:
      reader.text();
      if (reader.textUnits === 0) refuse("empty text");
      return reader.textUnits;
    case KIND.deleted:
      return readTombstone(reader);
    case KIND.mark:
      readName(reader, limits);
      readJsonText(reader, limits);
      return 1;
    case KIND.type: {
      const type = reader.uint();
      if (type === XML_ELEMENT) readName(reader, limits);
      else if (type !== XML_TEXT) refuse("a type the editor does not make");
      return 1;
    }
    case KIND.value: {
      const values = reader.count(1);
      if (values === 0) refuse("no values");
      for (let i = 0; i < values; i++) readAnyValue(reader, 1, limits);
      return values;
    }
    default:
      return refuse("content the editor does not make");
  }
}

export function readTombstone(reader: Reader): number {
  const length = reader.uint();
  if (length === 0) refuse("empty tombstone");
  return length;
}

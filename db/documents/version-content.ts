import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type ContentNode, canonical } from "#domain/documents/content.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** A document is at most 16 MB as Yjs keeps it; as JSON it may be some times that, and never more than this. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Nearly as small as the slowest, at a tenth of its time. */
const QUALITY = 5;

/** The content of a version as it is stored: its JSON, Brotli. */
export function packContent(content: ContentNode): Promise<Uint8Array> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return compress(JSON.stringify(content), { params });
}

export async function unpackContent(bytes: Uint8Array): Promise<ContentNode> {
  const json = await decompress(bytes, { maxOutputLength: MOST_BYTES });
  return JSON.parse(json.toString("utf8")) as ContentNode;
}

/** The same for two contents that read the same. */
export const fingerprintOf = (content: ContentNode): Uint8Array =>
  new Uint8Array(createHash("sha256").update(canonical(content)).digest());

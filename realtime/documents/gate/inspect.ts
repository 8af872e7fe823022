import { type DeletedRange, readDeleteSet } from "./delete-set.ts";
import { GATE_LIMITS, type GateLimits } from "./limits.ts";
import { Reader } from "./reader.ts";
import { type RefusalCode, Refused, refuse } from "./refused.ts";
import { type ClientRange, type Need, StructWalk } from "./structs.ts";

export interface UpdateFacts {
  /** Content the update brings: per client id one run of clocks without gaps, by falling client id. */
  readonly clients: readonly ClientRange[];
  /** What it deletes, by falling client id and rising clock. */
  readonly deletes: readonly DeletedRange[];
  /** What has to be known before it can be applied. */
  readonly needs: readonly Need[];
  /** Number of pieces the content comes in. */
  readonly structs: number;
  /** Pieces of which nothing in the update vouches for their place, so that it may have to be searched (`Places`). */
  readonly places: number;
}

export type Inspection =
  | { readonly ok: true; readonly facts: UpdateFacts }
  | { readonly ok: false; readonly code: RefusalCode; readonly why: string };

/**
 * Reads an untrusted Yjs V1 update without Yjs: one walk over the bytes, linear in their number, allocating only what
 * they justify. What passes can be applied by Yjs without throwing, and without anything staying pending once
 * `admitUpdate` agrees. It does not judge whether the content fits the editor's schema.
 *
 * @returns the facts, or INVALID_UPDATE (no honest client made this), or TOO_BIG (honest, but to be sent in parts).
 */
export function inspectUpdate(bytes: Uint8Array, limits: GateLimits = GATE_LIMITS): Inspection {
  if (bytes.length > limits.bytes) return { ok: false, code: "TOO_BIG", why: "too many bytes" };
  try {
    return { ok: true, facts: readUpdate(new Reader(bytes), limits) };
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, code: refused.code, why: refused.why };
    throw refused;
  }
}

function readUpdate(reader: Reader, limits: GateLimits): UpdateFacts {
  const walk = new StructWalk(reader, limits);
  walk.run();
  const deletes = readDeleteSet(reader, limits);
  // Yjs throws on a short update only after applying it, and ignores what comes after a long one.
  if (reader.at !== reader.end) refuse("bytes after the end");
  return { clients: walk.clients, deletes, needs: walk.needs(), structs: walk.structs, places: walk.places };
}

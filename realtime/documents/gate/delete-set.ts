import { type GateLimits, HIGHEST_CLIENT } from "./limits.ts";
import type { Reader } from "./reader.ts";
import { refuse, refuseSize } from "./refused.ts";

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** Smallest entry: client, range count and one range. */
const CLIENT_BYTES = 4;
const RANGE_BYTES = 2;
const NOTHING: readonly DeletedRange[] = [];

/** Walks over the second half of an update: what it deletes, by falling client id and rising clock, as Yjs writes it. */
export function readDeleteSet(reader: Reader, limits: GateLimits): readonly DeletedRange[] {
  const clients = reader.count(CLIENT_BYTES);
  if (clients === 0) return NOTHING;
  const deletes: DeletedRange[] = [];
  let previous = Number.POSITIVE_INFINITY;
  for (let i = 0; i < clients; i++) {
    const client = reader.uint();
    if (client >= previous || client > HIGHEST_CLIENT) refuse("client ids out of order or range");
    previous = client;
    const ranges = reader.count(RANGE_BYTES);
    if (ranges === 0) refuse("a client id without deletions");
    if (deletes.length + ranges > limits.deletes) refuseSize("too many deletions");
    let floor = 0;
    for (let j = 0; j < ranges; j++) {
      const clock = reader.uint();
      const length = reader.uint();
      if (length === 0 || clock < floor) refuse("deletions overlap or are empty");
      floor = clock + length;
      if (floor >= limits.clock) refuse("deletes out of range");
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
}

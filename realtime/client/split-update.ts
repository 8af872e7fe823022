import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Well under the gate's limits, so that what follows an update in its frame fits too. */
export interface PieceLimits {
  bytes: number;
  /** No more than the gate takes as places, so that their number never matters. */
  structs: number;
  /** Client ids: a server lets in only a few new ones per minute. */
  clients: number;
  deletes: number;
}

const PIECE: PieceLimits = { bytes: 128 * 1024, structs: 1_500, clients: 4, deletes: 8_000 };

/** No update this short can be over a limit. */
const SURELY_FINE_BYTES = 4_000;

type Struct = Y.Item | Y.GC;

/**
 * Cuts an update that is too large for one message, such as a pasted book or a day offline, into updates that apply
 * one after the other. Content comes in causal order, deletions last.
 */
export function splitUpdate(update: Uint8Array, limits: PieceLimits = PIECE): Uint8Array[] {
  if (update.length <= Math.min(SURELY_FINE_BYTES, limits.bytes)) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const content = structs as Struct[];
  const clients = new Set(content.map(({ id }) => id.client)).size;
  const deletes = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  const fits = content.length <= limits.structs && clients <= limits.clients && deletes <= limits.deletes;
  if (fits && update.length <= limits.bytes) return [update];
  const ordered = causalOrder(content.flatMap((struct) => cutText(struct, limits.bytes / 4)));
  if (ordered === null) return [update];
  return [...contentPieces(ordered, limits), ...deletionPieces(ds, limits)];
}

/** A text of more than `units` UTF-16 units, as several that follow each other. */
function cutText(struct: Struct, units: number): Struct[] {
  const parts = [struct];
  for (let rest = struct; rest.length > units; ) {
    if (!(rest instanceof Y.Item) || !(rest.content instanceof Y.ContentString)) break;
    const at = Math.floor(units) - (isHighSurrogate(rest.content.str, Math.floor(units) - 1) ? 1 : 0);
    const { client, clock } = rest.id;
    const before = Y.createID(client, clock + at - 1);
    const content = rest.content.splice(at);
    const right = new Y.Item(Y.createID(client, clock + at), null, before, null, rest.rightOrigin, null, null, content);
    rest.length = at;
    parts.push(right);
    rest = right;
  }
  return parts;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Each struct after those it refers to; null when that is not possible. */
function causalOrder(structs: Struct[]): Struct[] | null {
  const queues = grouped(structs, ({ id }) => id.client);
  const reached = new Map([...queues].map(([client, queue]) => [client, queue[0]!.id.clock]));
  const isThere = (id: unknown) => !(id instanceof Y.ID) || id.clock < (reached.get(id.client) ?? Number.MAX_VALUE);
  const ordered: Struct[] = [];
  const nexts = new Map<number, number>();
  while (ordered.length < structs.length) {
    const before = ordered.length;
    for (const [client, queue] of queues) {
      let next = nexts.get(client) ?? 0;
      for (let struct = queue[next]; struct !== undefined; struct = queue[++next]) {
        if (struct instanceof Y.Item && ![struct.origin, struct.rightOrigin, struct.parent].every(isThere)) break;
        ordered.push(struct);
        reached.set(client, struct.id.clock + struct.length);
      }
      nexts.set(client, next);
    }
    if (ordered.length === before) return null;
  }
  return ordered;
}

function contentPieces(ordered: Struct[], limits: PieceLimits): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let piece: Struct[] = [];
  let clients = new Set<number>();
  let bytes = 0;
  const finish = () => {
    if (piece.length > 0) pieces.push(writeContent(piece));
    piece = [];
    clients = new Set();
    bytes = 0;
  };
  for (const struct of ordered) {
    const size = sizeOf(struct);
    const tooMany = !clients.has(struct.id.client) && clients.size >= limits.clients;
    if (tooMany || piece.length >= limits.structs || bytes + size > limits.bytes) finish();
    piece.push(struct);
    clients.add(struct.id.client);
    bytes += size;
  }
  finish();
  return pieces;
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoding.length(encoder.restEncoder);
}

function writeContent(structs: Struct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder: rest } = encoder;
  const runs = [...grouped(structs, ({ id }) => id.client)].sort(([a], [b]) => b - a);
  encoding.writeVarUint(rest, runs.length);
  for (const [client, run] of runs) {
    encoding.writeVarUint(rest, run.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, run[0]!.id.clock);
    for (const struct of run) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, 0);
  return encoder.toUint8Array();
}

function deletionPieces(ds: ReturnType<typeof Y.decodeUpdate>["ds"], limits: PieceLimits): Uint8Array[] {
  const ranges = [...ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, clock, len })));
  ranges.sort((a, b) => b.client - a.client || a.clock - b.clock);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < ranges.length; at += limits.deletes) {
    const encoder = encoding.createEncoder();
    const byClient = grouped(ranges.slice(at, at + limits.deletes), ({ client }) => client);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, byClient.size);
    for (const [client, items] of byClient) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, items.length);
      for (const { clock, len } of items) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
    pieces.push(encoding.toUint8Array(encoder));
  }
  return pieces;
}

function grouped<Item>(items: readonly Item[], clientOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(clientOf(item));
    if (group === undefined) groups.set(clientOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

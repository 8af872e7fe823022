/** What one frame costs where it is made and where it is read, without a line between: CPU time of this process. */
import { deflateRawSync } from "node:zlib";
import * as Y from "yjs";
import { prepareFrame } from "../../realtime/live/prepared-frame.ts";
import { readFrame, writeUpdates } from "../../realtime/wire/frames.ts";
import { shortDocument } from "../live/load/documents.ts";
import { Typist } from "../live/load/edits.ts";
import { asBase64, asMsgpack, asSocketIo, readBase64 } from "./encodings.ts";
import { Rounds } from "./figures.ts";
import { defaultParser, msgpack } from "./libraries.mjs";
import { OURS } from "./variants.ts";

const ROUNDS = 9;
const AT_LEAST_US = 20_000;
const AUTHORS = 10;
const CHANNEL = 3;

function microseconds(work: () => unknown): number {
  for (let times = 16; ; times *= 2) {
    const before = process.cpuUsage();
    for (let run = 0; run < times; run++) work();
    const { user, system } = process.cpuUsage(before);
    if (user + system >= AT_LEAST_US) return (user + system) / times;
  }
}

/** Letters of ten people, in turn, as they come into one batch in the middle of their typing. */
function batchOf(updates: number): Uint8Array[] {
  const { anchor } = shortDocument();
  const typists = Array.from({ length: AUTHORS }, (_, at) => new Typist(1_500_000_000 + 7_919 * at, anchor));
  for (const typist of typists) for (let typed = 0; typed < 300; typed++) typist.next();
  return Array.from({ length: updates }, (_, at) => Uint8Array.from(typists[at % AUTHORS]!.next()));
}

/** Forms by name: how it is made, and how it is read, of the same payload. */
function forms(batch: Uint8Array[]): Record<string, { make(): Uint8Array; read?(): unknown }> {
  const ours = writeUpdates(CHANNEL, batch);
  const bytes = Buffer.from(ours);
  const packed = msgpack.write(bytes);
  const text = `2${JSON.stringify(["frame", bytes.toString("base64")])}`;
  const [announced, attachment] = defaultParser.write(bytes);
  if (!msgpack.read(packed).equals(bytes) || !readBase64(text).equals(bytes)) throw new Error("a form loses bytes");
  return {
    [OURS]: { make: () => prepareFrame(writeUpdates(CHANNEL, batch)).wire, read: () => readFrame(ours) },
    merged: { make: () => prepareFrame(writeUpdates(CHANNEL, [Y.mergeUpdates(batch)])).wire },
    msgpack: { make: () => asMsgpack(writeUpdates(CHANNEL, batch)).wire, read: () => msgpack.read(packed) },
    "socket-io": {
      make: () => asSocketIo(writeUpdates(CHANNEL, batch)).wire,
      read: () => defaultParser.read(announced, attachment),
    },
    base64: { make: () => asBase64(writeUpdates(CHANNEL, batch)).wire, read: () => readBase64(text) },
    "deflate-once": { make: () => prepareFrame(deflateRawSync(writeUpdates(CHANNEL, batch))).wire },
  };
}

export function measurePieces(updates: number, titles: ReadonlyMap<string, string>): string {
  const rounds = new Rounds();
  const all = Object.entries(forms(batchOf(updates)));
  for (const [, { make, read }] of all) microseconds(() => [make(), read?.()]);
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { make, read }] of all)
      rounds.add(name, {
        "µs to make": microseconds(make),
        "bytes with their heads": make().length,
        "µs to read": read ? microseconds(read) : Number.NaN,
      });
  return rounds.table(`a frame of ${updates}`, titles);
}

/** What merging, compacting and packing a long log costs: node --import tsx bench/merging.ts <trace.json.gz> */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { deflateRawSync, gunzipSync, inflateRawSync } from "node:zlib";
import * as Y from "yjs";
import { workOn } from "../realtime/documents/materialise.ts";
import { difference, mergeUpdates } from "../realtime/documents/work/merge.ts";
import { mergeInOrder } from "../realtime/documents/work/merge-in-order.ts";
import { Threads } from "../realtime/documents/work/threads.ts";
import { LIMITS } from "../realtime/wire/limits.ts";

type Trace = { txns: { patches: [number, number, string][] }[] };
const trace = JSON.parse(gunzipSync(readFileSync(process.argv[2]!)).toString()) as Trace;

const source = new Y.Doc();
const log: Uint8Array[] = [];
source.on("update", (update: Uint8Array) => log.push(update));
const text = new Y.XmlText();
const paragraph = new Y.XmlElement("paragraph");
source.transact(() => {
  source.getXmlFragment("content").insert(0, [paragraph]);
  paragraph.insert(0, [text]);
});
for (const { patches } of trace.txns)
  for (const [at, deleted, words] of patches) {
    if (deleted > 0) text.delete(at, deleted);
    if (words !== "") text.insert(at, words);
  }
const bytes = log.reduce((sum, update) => sum + update.length, 0);
process.stdout.write(`log: ${log.length} updates, ${bytes} bytes\n`);

function measured<Result>(name: string, work: () => Result, of: (result: Result) => string = () => ""): Result {
  let best = Number.POSITIVE_INFINITY;
  let result!: Result;
  for (let run = 0; run < 5; run++) {
    const before = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  process.stdout.write(`${name}: ${best.toFixed(1)} ms CPU ${of(result)}\n`);
  return result;
}

const size = (update: Uint8Array | null) => `${update?.length} bytes`;
const merged = measured("merge in order", () => mergeInOrder(log), size)!;
const build = (update: Uint8Array) => {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return document;
};
const document = measured("build from the merged update", () => build(merged));
const state = measured("write the state (V1)", () => Y.encodeStateAsUpdate(document), size);
const packed = measured("pack it (V2, deflate)", () => deflateRawSync(Y.encodeStateAsUpdateV2(document)), size);
measured("unpack and apply", () => Y.applyUpdateV2(new Y.Doc(), new Uint8Array(inflateRawSync(packed))));
measured("apply the state", () => build(state));

const pool = new Threads({ file: new URL("../realtime/documents/work/yjs.worker.ts", import.meta.url) });
const work = workOn("bench", pool);
await work.hash([state]);
for (const kilobytes of [1, 8, 32, 128]) {
  const piece = log.slice(0, Math.round((kilobytes * 1024 * log.length) / bytes));
  const runs = 200;
  const hereFrom = process.cpuUsage();
  for (let run = 0; run < runs; run++) mergeUpdates(piece);
  const here = process.cpuUsage(hereFrom);
  const mainFrom = performance.eventLoopUtilization();
  const threadFrom = process.cpuUsage();
  for (let run = 0; run < runs; run++)
    await pool.run(
      "hop",
      { task: "merge", parts: (await import("../realtime/wire/bytes.ts")).pack(piece), details: null },
      10_000,
    );
  const there = process.cpuUsage(threadFrom);
  const { active } = performance.eventLoopUtilization(mainFrom);
  const ms = ({ user, system }: NodeJS.CpuUsage) => ((user + system) / 1000 / runs).toFixed(3);
  process.stdout.write(
    `merge ${kilobytes} kB: here ${ms(here)} ms, in a thread ${ms(there)} ms in all, ${(active / runs).toFixed(3)} ms of this loop\n`,
  );
}
measured("difference of a 32 kB state", () =>
  difference(mergeUpdates(log.slice(0, 3_000)), new Map([[source.clientID, 1_000]])),
);
process.stdout.write(`limit for work here: ${LIMITS.workHereBytes}\n`);
await pool.close();

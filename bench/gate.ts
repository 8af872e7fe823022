/**
 * What the gate costs: `node --import tsx bench/gate.ts`. Every figure is CPU time, the
 * median of nine rounds of 20 ms and more. Yjs's own decoder runs on the same bytes for comparison.
 */
import * as Y from "yjs";
import { admitUpdate, GATE_LIMITS, inspectUpdate } from "../realtime/documents/gate/index.ts";
import { editAtRandom, randomFrom } from "../realtime/documents/gate/testing/random-document.ts";
import { bytesOf } from "../realtime/documents/gate/testing/update-bytes.ts";

const LIMITS = { ...GATE_LIMITS, bytes: 8e6, structs: 1e6, places: 1e6, deletes: 1e6 };
const AUTHOR = 3_456_789_012;
const COLLEAGUE = 2_345_678_901;

const oneStruct = (client: number, after: number, text: string) =>
  bytesOf((to) => to.uints(1, 1, client, 4_000).textAfter(after, 3_999, text).uints(0));

function document(steps: number): Y.Doc {
  const doc = new Y.Doc();
  const pick = randomFrom(7);
  for (let step = 0; step < steps; step++) editAtRandom(doc, pick);
  return doc;
}

const materials: [name: string, bytes: Uint8Array][] = [
  ["one character, own text", oneStruct(AUTHOR, AUTHOR, "a")],
  ["one character, after a colleague's", oneStruct(AUTHOR, COLLEAGUE, "a")],
  ["one deletion", bytesOf((to) => to.uints(0, 1, AUTHOR, 1, 3_999, 1))],
  ["a pasted page, 3 kB of ASCII", oneStruct(AUTHOR, AUTHOR, "samen lezen ".repeat(250))],
  ["200 kB of ASCII", oneStruct(AUTHOR, AUTHOR, "samen lezen ".repeat(16_667))],
  ["200 kB of accents", oneStruct(AUTHOR, AUTHOR, "één ".repeat(33_333))],
  ["200 kB of emoji", oneStruct(AUTHOR, AUTHOR, "👍".repeat(50_000))],
  ["a random document, whole state", Y.encodeStateAsUpdate(document(20_000))],
  [
    "30,000 deletions",
    bytesOf((to) => {
      to.uints(0, 1, AUTHOR, 30_000);
      for (let i = 0; i < 30_000; i++) to.uints(2 * i, 1);
    }),
  ],
  ["refused: a lie about counts (7 bytes)", Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 7, 0)],
];

/** CPU time of this process: what else the machine does is not counted. */
function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function microseconds(work: () => unknown): number {
  let times = 1;
  let elapsed = 0;
  while (elapsed < 20_000) {
    times *= 2;
    const start = cpuMicroseconds();
    for (let i = 0; i < times; i++) work();
    elapsed = cpuMicroseconds() - start;
  }
  const rounds = Array.from({ length: 9 }, () => {
    const start = cpuMicroseconds();
    for (let i = 0; i < times; i++) work();
    return (cpuMicroseconds() - start) / times;
  });
  return rounds.sort((a, b) => a - b)[4]!;
}

const room = { clockOf: () => 4_000, ownerOf: () => "anna" };
const print = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);

print("update", "bytes", "structs", "gate µs", "MB/s", "with admission µs", "Yjs decodes µs");
print("---", "--:", "--:", "--:", "--:", "--:", "--:");
for (const [name, bytes] of materials) {
  const first = inspectUpdate(bytes, LIMITS);
  const inspect = microseconds(() => inspectUpdate(bytes, LIMITS));
  const both = microseconds(() => {
    const inspection = inspectUpdate(bytes, LIMITS);
    return inspection.ok && admitUpdate(inspection.facts, room, "anna");
  });
  const yjs = first.ok ? microseconds(() => Y.decodeUpdate(bytes)) : undefined;
  print(
    name,
    bytes.length,
    first.ok ? first.facts.structs : first.code,
    inspect.toFixed(2),
    Math.round(bytes.length / inspect),
    both.toFixed(2),
    yjs?.toFixed(2) ?? "–",
  );
}

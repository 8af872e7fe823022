/**
 * What a hostile update costs whoever applies it (docs/decisions/0004-the-gate.md, "Costly positions"):
 * `node --import tsx bench/costly-places.ts`. CPU time, with Yjs as it comes and as it is hardened.
 */
import { hardenYjs } from "../realtime/client/harden-yjs.ts";
import { inspectUpdate } from "../realtime/documents/gate/index.ts";
import { costlyPlaces, farNeighbours, longParagraph, readerOf } from "../realtime/documents/work/testing/hostile.ts";

const LETTERS = 4_900;
const attacks: [string, Uint8Array[]][] = [
  ["one left neighbour, many right", [longParagraph(LETTERS, 900), costlyPlaces(LETTERS, 900, 901)]],
  ["the same, lower client id", [longParagraph(LETTERS, 900), costlyPlaces(LETTERS, 900, 899)]],
  ["many left neighbours, one right", [longParagraph(LETTERS, 900), farNeighbours(LETTERS, 900, 901)]],
  ["the same, lower client id", [longParagraph(LETTERS, 900), farNeighbours(LETTERS, 900, 899)]],
];

for (const hardened of [false, true]) {
  if (hardened) hardenYjs();
  for (const [name, [honest, hostile]] of attacks) {
    const take = readerOf(honest!);
    const { user, system } = process.cpuUsage();
    take(hostile!);
    const after = process.cpuUsage({ user, system });
    const inspected = inspectUpdate(hostile!);
    process.stdout.write(
      `${JSON.stringify({ name, hardened, bytes: hostile!.length, cpuMs: Math.round((after.user + after.system) / 1_000), gate: inspected.ok ? inspected.facts.places : inspected.code })}\n`,
    );
  }
}

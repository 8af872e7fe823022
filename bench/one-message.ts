/**
 * What one message may cost at most (N4 in docs/faults.md): `node --import tsx bench/one-message.ts`. Of every kind that
 * a hostile editor can think of the largest that the gate lets through; CPU of the node's event loop (gate and
 * admission) and of whoever applies it: a worker thread, a browser. Medians of nine, each on a document of its own.
 */
import { hardenYjs } from "../realtime/client/harden-yjs.ts";
import { admitUpdate, GATE_LIMITS, inspectUpdate } from "../realtime/documents/gate/index.ts";
import { bytesOf, type UpdateWriter } from "../realtime/documents/gate/testing/update-bytes.ts";
import { costlyPlaces, farNeighbours, longParagraph, readerOf } from "../realtime/documents/work/testing/hostile.ts";

const { bytes: BYTES, structs: STRUCTS, deletes: DELETES, places: PLACES, depth: DEPTH } = GATE_LIMITS;
const ROUNDS = 9;
const OWNER = 900;
const HOSTILE = 901;
/** In a paragraph of `longParagraph` the element and its text come before the first letter. */
const [ELEMENT, TEXT, FIRST_LETTER] = [0, 1, 2];

/** One client's structs and nothing deleted. */
const structs = (count: number, write: (to: UpdateWriter, clock: number) => void) =>
  bytesOf((to) => {
    to.uints(1, count, HOSTILE, 0);
    for (let clock = 0; clock < count; clock++) write(to, clock);
    to.uints(0);
  });

/** Text at the end of the honest paragraph. */
const oneText = (letters: string) => structs(1, (to) => to.textAfter(OWNER, FIRST_LETTER, letters));

const everyOtherLetter = (ranges: number) =>
  bytesOf((to) => {
    to.uints(0, 1, OWNER, ranges);
    for (let range = 0; range < ranges; range++) to.uints(FIRST_LETTER + 2 * range, 1);
  });

/** Marks, each beginning and none ending, one behind the other. */
const marks = (count: number) =>
  structs(count, (to, clock) => {
    if (clock === 0) to.byte(0x86).uints(OWNER, FIRST_LETTER);
    else to.byte(0x86).uints(HOSTILE, clock - 1);
    to.text(`m${clock}`).text("{}");
  });

/** One attribute of the honest paragraph, set again and again. */
const attributes = (count: number) =>
  structs(count, (to, clock) => {
    if (clock === 0) to.byte(0x28).uints(0, OWNER, ELEMENT).text("level");
    else to.byte(0x88).uints(HOSTILE, clock - 1);
    to.uints(1).any("x");
  });

const nested = (count: number) =>
  structs(count, (to, clock) => (clock === 0 ? to.rootElement() : to.childElement(HOSTILE, clock - 1)));

/** Blocks beside each other at the top, each begun behind the last. */
const blocks = (count: number) =>
  structs(count, (to, clock) => {
    if (clock === 0) to.rootElement();
    else
      to.byte(0x87)
        .uints(HOSTILE, clock - 1, 3)
        .text("p");
  });

/** Letters, each typed behind the last and a struct of its own. */
const letters = (count: number) =>
  structs(count, (to, clock) =>
    clock === 0 ? to.byte(0x04).uints(0, OWNER, TEXT).text("a") : to.textAfter(HOSTILE, clock - 1),
  );

interface Kind {
  name: string;
  /** Letters in the honest paragraph before it. */
  before: number;
  /** Made for a size between 1 and `most`. */
  make(size: number): Uint8Array;
  most: number;
}

const KINDS: readonly Kind[] = [
  { name: "one long text, ASCII", before: 10, most: BYTES, make: (size) => oneText("a".repeat(size)) },
  { name: "one long text, accents", before: 10, most: BYTES, make: (size) => oneText("é".repeat(size)) },
  { name: "one long text, emoji", before: 10, most: BYTES, make: (size) => oneText("👍".repeat(size)) },
  { name: "letters, each a struct", before: 10, most: STRUCTS, make: letters },
  { name: "blocks at the top", before: 10, most: STRUCTS, make: blocks },
  { name: "elements in each other", before: 10, most: DEPTH, make: nested },
  { name: "marks in one paragraph", before: 10, most: STRUCTS, make: marks },
  { name: "one attribute, again and again", before: 10, most: STRUCTS, make: attributes },
  {
    name: "places behind one letter",
    before: PLACES,
    most: PLACES,
    make: (size) => costlyPlaces(size, OWNER, HOSTILE),
  },
  {
    name: "the same, lower client id",
    before: PLACES,
    most: PLACES,
    make: (size) => costlyPlaces(size, OWNER, OWNER - 1),
  },
  {
    name: "places behind each letter",
    before: PLACES,
    most: PLACES,
    make: (size) => farNeighbours(size, OWNER, HOSTILE),
  },
  { name: "every other letter deleted", before: 2 * DELETES, most: DELETES, make: everyOtherLetter },
];

const anyone = (letters: number) => ({
  clockOf: (client: number) => (client === OWNER ? FIRST_LETTER + letters : 0),
  ownerOf: () => undefined,
});

function passes(bytes: Uint8Array, before: number): boolean {
  const inspection = inspectUpdate(bytes);
  return inspection.ok && admitUpdate(inspection.facts, anyone(before), "mallory").ok;
}

/** The largest size that the gate lets through. */
function largest({ make, most, before }: Kind): number {
  let [fits, tooMuch] = [0, most + 1];
  while (tooMuch - fits > 1) {
    const size = Math.floor((fits + tooMuch) / 2);
    if (passes(make(size), before)) fits = size;
    else tooMuch = size;
  }
  return fits;
}

function cpuMs(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1_000;
}

const medianOf = (measure: () => number) => {
  const values = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return values[(ROUNDS - 1) / 2]!;
};

hardenYjs();
process.stdout.write("| kind | size | kB | gate ms | applied ms |\n| --- | --: | --: | --: | --: |\n");
for (const kind of KINDS) {
  const size = largest(kind);
  const bytes = kind.make(size);
  const honest = longParagraph(kind.before, OWNER);
  const gate = medianOf(() => cpuMs(() => passes(bytes, kind.before)));
  const applied = medianOf(() => {
    const take = readerOf(honest);
    return cpuMs(() => take(bytes));
  });
  const row = [
    kind.name,
    size.toLocaleString("en"),
    Math.round(bytes.length / 1024),
    gate.toFixed(1),
    applied.toFixed(1),
  ];
  process.stdout.write(`| ${row.join(" | ")} |\n`);
}

import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { hardenYjs } from "../../client/harden-yjs.ts";
import { admitUpdate, inspectUpdate, ROOT_NAME } from "./index.ts";
import { editAtRandom, randomFrom } from "./testing/random-document.ts";
import { bytesOf, type UpdateWriter } from "./testing/update-bytes.ts";

// Without it one in a thousand of the senseless updates throws while the document cleans up.
hardenYjs();

/** Set GATE_FUZZ to run longer; the seed of a failure is in its message. */
const CASES = Number(process.env.GATE_FUZZ ?? 500);
const FIRST_SEED = Math.floor(Math.random() * 2 ** 31);

type Pick = (below: number) => number;

/** A shared document, and updates that an author made on top of it: single steps, and one difference over all. */
function material(pick: Pick) {
  const base = new Y.Doc();
  base.clientID = 100 + pick(1000);
  for (let step = 0; step < 8; step++) editAtRandom(base, pick);
  const state = Y.encodeStateAsUpdate(base);
  const author = new Y.Doc();
  author.clientID = pick(2) === 0 ? 5 : 0xffff_0000 + pick(1000);
  Y.applyUpdate(author, state);
  const updates: Uint8Array[] = [];
  author.on("update", (update: Uint8Array) => updates.push(update));
  for (let step = 0; step < 6; step++) editAtRandom(author, pick);
  updates.push(Y.encodeStateAsUpdate(author, Y.encodeStateVector(base)), state);
  return { state, author: author.clientID, update: updates[pick(updates.length)]! };
}

function mutate(update: Uint8Array, pick: Pick): Uint8Array {
  let bytes = update.slice();
  for (let times = pick(4); times >= 0; times--) {
    const at = pick(bytes.length);
    const kind = pick(7);
    if (kind < 2) bytes[at] = pick(256);
    else if (kind === 2) bytes[at] = bytes[at]! ^ (1 << pick(8));
    else if (kind === 3) bytes = bytes.slice(0, at);
    else if (kind === 4) bytes = Uint8Array.of(...bytes.slice(0, at), pick(256), ...bytes.slice(at));
    else if (kind === 5) bytes = Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(at + 1 + pick(4)));
    else bytes[at] = (bytes[at]! + (pick(2) === 0 ? 1 : 255)) & 0xff;
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}

/** A room that knows `state`, where everything belongs to the sender: the widest that can be admitted. */
function openRoom(doc: Y.Doc) {
  return { clockOf: (client: number) => Y.getState(doc.store, client), ownerOf: () => "mallory" };
}

/** Applies what the gate lets through, and says whether it did. */
function applyIfAdmitted(state: Uint8Array, bytes: Uint8Array, context: string): boolean {
  const inspection = inspectUpdate(bytes);
  if (!inspection.ok) return false;
  const doc = new Y.Doc();
  doc.getXmlFragment(ROOT_NAME);
  Y.applyUpdate(doc, state);
  if (!admitUpdate(inspection.facts, openRoom(doc), "mallory").ok) return false;
  expect(() => Y.applyUpdate(doc, bytes), context).not.toThrow();
  expect(doc.store.pendingStructs, context).toBeNull();
  expect(doc.store.pendingDs, context).toBeNull();
  for (const { client, to } of inspection.facts.clients) expect(Y.getState(doc.store, client), context).toBe(to);
  expect(() => doc.getXmlFragment(ROOT_NAME).delete(0, doc.getXmlFragment(ROOT_NAME).length), context).not.toThrow();
  expect(() => Y.encodeStateAsUpdate(doc), context).not.toThrow();
  return true;
}

/** Well-formed and senseless: any piece anywhere, leaning on any id that exists. */
function forge(state: Uint8Array, pick: Pick): Uint8Array {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))];
  const authors = [3_000_000_000 + pick(9), 50 - pick(9)].slice(0, 1 + pick(2)).map((client) => ({ client, clock: 0 }));
  return bytesOf((to) => {
    to.uints(authors.length);
    for (const author of authors) {
      const count = 1 + pick(12);
      to.uints(count, author.client, 0);
      for (let i = 0; i < count; i++) author.clock += forgeStruct(to, authors, clocks, pick);
    }
    const ranges = [...clocks.filter(() => pick(2) === 0)].sort((a, b) => b[0] - a[0]);
    to.uints(ranges.length);
    for (const [client, clock] of ranges) {
      const from = pick(clock);
      to.uints(client, 1, from, 1 + pick(clock - from));
    }
  });
}

function forgeStruct(
  to: UpdateWriter,
  brought: readonly { client: number; clock: number }[],
  clocks: [number, number][],
  pick: Pick,
): number {
  const anyId = (): [number, number] => {
    const known = brought.filter(({ clock }) => clock > 0);
    const own = known.length > 0 && pick(2) === 0 ? known[pick(known.length)] : undefined;
    const [client, clock] = own !== undefined ? [own.client, own.clock] : clocks[pick(clocks.length)]!;
    return [client, pick(clock)];
  };
  const kind = [0, 1, 4, 4, 6, 7, 7, 8][pick(8)]!;
  if (kind === 0) {
    const length = 1 + pick(3);
    to.uints(0, length);
    return length;
  }
  const links = pick(5);
  const flags = links === 0 ? 0x80 : links === 1 ? 0x40 : links === 2 ? 0xc0 : kind === 8 ? 0x20 : 0;
  to.byte(kind | flags);
  if (links < 3) to.uints(...anyId(), ...(links === 2 ? anyId() : []));
  else {
    to.uints(0, ...anyId());
    if (kind === 8) to.text("niveau");
  }
  const length = kind === 1 || kind === 4 || kind === 8 ? 1 + pick(3) : 1;
  if (kind === 1) to.uints(length);
  else if (kind === 4) to.text("abc".slice(0, length));
  else if (kind === 6) to.text("bold").text("{}");
  else if (kind === 7 && pick(2) === 0) to.uints(6);
  else if (kind === 7) to.uints(3).text("paragraph");
  else if (kind === 8) {
    to.uints(length);
    for (let i = 0; i < length; i++) to.any(null);
  }
  return length;
}

describe(`updates from a hostile hand (${CASES} of each, from seed ${FIRST_SEED})`, () => {
  it("never throw when mutated, and apply at once when admitted", { timeout: 60_000 + CASES * 20 }, () => {
    let applied = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      const pick = randomFrom(seed);
      const { state, update } = material(pick);
      const bytes = mutate(update, pick);
      if (applyIfAdmitted(state, bytes, `seed ${seed}: ${Buffer.from(bytes).toString("hex")}`)) applied += 1;
    }
    // Enough mutants have to survive for this test to say anything.
    expect(applied).toBeGreaterThan(CASES / 200);
  });

  it("apply at once when they are well-formed and make no sense", { timeout: 60_000 + CASES * 20 }, () => {
    let applied = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      const pick = randomFrom(seed);
      const { state } = material(pick);
      const bytes = forge(state, pick);
      if (applyIfAdmitted(state, bytes, `seed ${seed}: ${Buffer.from(bytes).toString("hex")}`)) applied += 1;
    }
    expect(applied).toBeGreaterThan(CASES / 4);
  });

  it("cost no more than their length allows, whatever the bytes say", () => {
    const pick = randomFrom(FIRST_SEED);
    for (let times = 0; times < 20_000; times++) {
      const bytes = Uint8Array.from({ length: pick(200) }, () => (pick(3) === 0 ? pick(256) : pick(12)));
      const inspection = inspectUpdate(bytes);
      if (!inspection.ok) continue;
      expect(inspection.facts.structs * 2 + inspection.facts.deletes.length * 2).toBeLessThanOrEqual(bytes.length);
    }
  });
});

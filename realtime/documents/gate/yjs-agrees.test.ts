import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { admitUpdate, inspectUpdate, type UpdateFacts } from "./index.ts";
import { editAtRandom, randomFrom } from "./testing/random-document.ts";

const RUNS = { numRuns: 40 };
const seeds = fc.integer({ min: 0, max: 0x7fffffff });

function factsOf(update: Uint8Array): UpdateFacts {
  const inspection = inspectUpdate(update);
  if (!inspection.ok) throw new Error(`refused: ${inspection.why} ${Buffer.from(update).toString("hex")}`);
  return inspection.facts;
}

function factsByYjs(update: Uint8Array): Omit<UpdateFacts, "needs" | "places"> {
  const { structs, ds } = Y.decodeUpdate(update);
  const ranges = new Map<number, { client: number; from: number; to: number }>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const range = ranges.get(client);
    if (range === undefined) ranges.set(client, { client, from: clock, to: clock + struct.length });
    else range.to = clock + struct.length;
  }
  const deletes = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return { clients: [...ranges.values()], deletes, structs: structs.length };
}

function expectAgreement(update: Uint8Array): void {
  const { needs: _, places: __, ...facts } = factsOf(update);
  expect(facts).toEqual(factsByYjs(update));
}

/** Two colleagues who edit in turns and apart, and what each step sends. */
function history(seed: number, steps: number) {
  const pick = randomFrom(seed);
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  docs.forEach((doc, index) => {
    doc.clientID = (seed + index * 0x3000_0001) >>> 0;
  });
  const sent: { by: number; update: Uint8Array }[] = [];
  docs.forEach((doc, by) => {
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "remote" && sent.push({ by, update }));
  });
  for (let step = 0; step < steps; step++) {
    editAtRandom(docs[pick(docs.length)]!, pick);
    if (pick(3) === 0) {
      const [from, to] = [docs[pick(docs.length)]!, docs[pick(docs.length)]!];
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "remote");
    }
  }
  return { docs, sent, pick };
}

describe("the gate and Yjs", { timeout: 60_000 }, () => {
  it("passes every update event and reads it as Yjs does", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { update } of history(seed, 40).sent) expectAgreement(update);
      }),
      RUNS,
    );
  });

  it("passes whole states, differences to any earlier state, and what is left after garbage collection", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { docs, pick } = history(seed, 60);
        const early = docs.map((doc) => Y.encodeStateVector(doc));
        for (let step = 0; step < 30; step++) editAtRandom(docs[pick(3)]!, pick);
        for (const doc of docs) {
          expectAgreement(Y.encodeStateAsUpdate(doc));
          for (const vector of early) expectAgreement(Y.encodeStateAsUpdate(doc, vector));
          expectAgreement(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
        }
      }),
      RUNS,
    );
  });

  it("passes merged updates, as an outbox sends them after a day offline", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { sent } = history(seed, 40);
        for (const author of [0, 1, 2]) {
          const own = sent.filter(({ by }) => by === author).map(({ update }) => update);
          if (own.length > 0) expectAgreement(Y.mergeUpdates(own));
        }
      }),
      RUNS,
    );
  });

  it("admits an honest author's updates in order, and each of them once", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { sent, docs } = history(seed, 40);
        const owners = new Map(docs.map((doc, index) => [doc.clientID, `person-${index}`]));
        const clocks = new Map<number, number>();
        const room = {
          clockOf: (client: number) => clocks.get(client) ?? 0,
          ownerOf: (client: number) => owners.get(client),
        };
        for (const { by, update } of sent) {
          const facts = factsOf(update);
          expect(admitUpdate(facts, room, `person-${by}`)).toEqual({ ok: true });
          for (const { client, to } of facts.clients) clocks.set(client, to);
          if (facts.clients.length > 0)
            expect(admitUpdate(facts, room, `person-${by}`)).toMatchObject({ code: "CLOCK_GAP" });
        }
      }),
      RUNS,
    );
  });
});

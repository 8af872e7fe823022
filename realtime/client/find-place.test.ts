import { expect, test } from "vitest";
import * as Y from "yjs";
import { editAtRandom, randomFrom } from "../documents/gate/testing/random-document.ts";
import { bytesOf } from "../documents/gate/testing/update-bytes.ts";
import { costlyPlaces, farNeighbours, longParagraph } from "../documents/work/testing/hostile.ts";
import { findPlacesQuickly } from "./find-place.ts";

const slow = Y.Item.prototype.integrate;
findPlacesQuickly();
const quick = Y.Item.prototype.integrate;

/** The order of every list of the document, by the ids of what is in it, also of what was deleted. */
function orderAfter(updates: readonly Uint8Array[], integrate: typeof slow): string[] {
  Y.Item.prototype.integrate = integrate;
  try {
    const document = new Y.Doc();
    for (const update of updates) Y.applyUpdate(document, update);
    return listOf(document.getXmlFragment("content"));
  } finally {
    Y.Item.prototype.integrate = quick;
  }
}

function listOf(type: Pick<Y.XmlFragment, "_start" | "_map">): string[] {
  const lists = [type._start, ...type._map.values()];
  return lists.flatMap((first) => {
    let start = first;
    while (start?.left) start = start.left;
    const items: string[] = [];
    for (let item = start; item !== null; item = item.right) {
      items.push(`${item.id.client}:${item.id.clock}+${item.length}`);
      if (item.content instanceof Y.ContentType) items.push(...listOf(item.content.type));
    }
    return items;
  });
}

const sameOrder = (updates: readonly Uint8Array[]) =>
  expect(orderAfter(updates, quick)).toEqual(orderAfter(updates, slow));

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  "puts what five write at once where Yjs puts it (seed %i)",
  (seed) => {
    const pick = randomFrom(seed);
    const log: Uint8Array[] = [];
    const people = Array.from({ length: 5 }, (_, at) => {
      const document = new Y.Doc();
      document.clientID = 1 + ((at * 7 + seed) % 11);
      document.on("update", (update: Uint8Array, origin) => origin === "log" || log.push(update));
      return { document, seen: 0 };
    });
    for (let step = 0; step < 250; step++) {
      const person = people[pick(5)]!;
      if (pick(6) > 0) editAtRandom(person.document, pick);
      else while (person.seen < log.length) Y.applyUpdate(person.document, log[person.seen++]!, "log");
    }
    sameOrder(log);
    sameOrder([Y.mergeUpdates(log)]);
  },
);

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  "puts places that nobody honest claims where Yjs puts them (seed %i)",
  (seed) => {
    const pick = randomFrom(seed);
    const letters = 30;
    const updates = [longParagraph(letters, 900)];
    const clocks = new Map<number, number>();
    for (let round = 0; round < 60; round++) {
      const client = [2, 899, 901, 5_000][pick(4)]!;
      const clock = clocks.get(client) ?? 0;
      const known = [[900, letters + 2] as const, ...clocks];
      const somewhere = () => {
        const [whose, size] = known[pick(known.length)]!;
        return [whose, whose === 900 ? 2 + pick(size - 2) : pick(size)] as const;
      };
      const kind = 1 + pick(3);
      updates.push(
        bytesOf((to) => {
          to.uints(1, 1, client, clock).byte((kind << 6) | 4);
          for (const side of [2, 1]) if ((kind & side) > 0) to.uints(...somewhere());
          to.text("ab").uints(0);
        }),
      );
      clocks.set(client, clock + 2);
    }
    sameOrder(updates);
    sameOrder([Y.mergeUpdates(updates)]);
  },
);

test.each([
  ["one left neighbour", costlyPlaces],
  ["one right neighbour", farNeighbours],
])("puts four hundred claims with %s where Yjs puts them", (_which, claim) => {
  for (const client of [899, 901]) sameOrder([longParagraph(400, 900), claim(400, 900, client)]);
});

test("walks over what a hostile update makes it walk over, and does not look it up", () => {
  const document = new Y.Doc();
  Y.applyUpdate(document, longParagraph(1_000, 900));
  let lookedUp = 0;
  const { clients } = document.store;
  const get = clients.get.bind(clients);
  clients.get = (client) => {
    lookedUp++;
    return get(client);
  };
  Y.applyUpdate(document, costlyPlaces(1_000, 900, 901));
  // Yjs by itself: half a million.
  expect(lookedUp).toBeLessThan(20_000);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { hardenYjs } from "../../client/harden-yjs.ts";
import { mergeInOrder } from "./merge-in-order.ts";

// As everywhere on the server: Yjs's own tidying of marks depends on how many updates come at once.
hardenYjs();

type Step = {
  who: number;
  what: "type" | "delete" | "mark" | "paragraph" | "attribute" | "sync";
  at: number;
  text: string;
};

const steps = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom<Step["what"]>("type", "type", "type", "delete", "mark", "paragraph", "attribute", "sync"),
    at: fc.nat(40),
    text: fc.string({ minLength: 1, maxLength: 3, unit: "grapheme" }),
  }),
  { maxLength: 120 },
);

/** Three people at once; the log has every update in the order in which the server would have taken them. */
function logOf(history: Step[]): Uint8Array[] {
  const log: Uint8Array[] = [];
  const people = [11, 900_000_000, 7].map((clientID) => {
    const document = new Y.Doc();
    document.clientID = clientID;
    return { document, seen: 0 };
  });
  const first = people[0]!.document;
  first.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    first.getXmlFragment("content").insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText()]);
  });
  log.push(Y.encodeStateAsUpdate(first));
  for (const person of people)
    person.document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "log") log.push(update);
    });
  const catchUp = (person: (typeof people)[number]) => {
    while (person.seen < log.length) Y.applyUpdate(person.document, log[person.seen++]!, "log");
  };
  for (const person of people) catchUp(person);
  for (const { who, what, at, text } of history) {
    const person = people[who]!;
    const content = person.document.getXmlFragment("content");
    const paragraph = content.get(at % content.length) as Y.XmlElement;
    const line = paragraph.get(0) as Y.XmlText;
    if (what === "type") line.insert(at % 2 ? line.length : at % (line.length + 1), text);
    else if (what === "delete" && line.length > 0) line.delete(at % line.length, 1);
    else if (what === "mark" && line.length > 0) line.format(0, 1 + (at % line.length), { bold: at % 2 ? {} : null });
    else if (what === "attribute") paragraph.setAttribute("level", String(at));
    else if (what === "paragraph") {
      const added = new Y.XmlElement("paragraph");
      added.insert(0, [new Y.XmlText(text)]);
      content.insert(at % (content.length + 1), [added]);
    } else if (what === "sync") catchUp(person);
  }
  return log;
}

test("is the same document as Yjs's own merge, and never longer", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const log = logOf(history);
      const merged = mergeInOrder(log);
      expect(merged).not.toBeNull();
      const [ours, theirs] = [new Y.Doc(), new Y.Doc()];
      Y.applyUpdate(ours, merged!);
      for (const update of log) Y.applyUpdate(theirs, update);
      expect(ours.store.pendingStructs).toBeNull();
      expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(theirs));
      expect(merged!.length).toBeLessThanOrEqual(Y.mergeUpdates(log).length);
    }),
    { numRuns: 150 },
  );
});

test("goes on from what it merged before, wherever the log is cut", () => {
  fc.assert(
    fc.property(steps, fc.nat(200), (history, at) => {
      const log = logOf(history);
      const cut = at % (log.length + 1);
      const state = new Y.Doc();
      for (const update of log.slice(0, cut)) Y.applyUpdate(state, update);
      const merged = mergeInOrder([Y.encodeStateAsUpdate(state), ...log.slice(cut)]);
      const [ours, theirs] = [new Y.Doc(), new Y.Doc()];
      Y.applyUpdate(ours, merged!);
      for (const update of log) Y.applyUpdate(theirs, update);
      expect(ours.getXmlFragment("content").toString()).toBe(theirs.getXmlFragment("content").toString());
      expect(Y.encodeStateVector(ours)).toEqual(Y.encodeStateVector(theirs));
    }),
    { numRuns: 60 },
  );
});

test("a hundred letters typed one after the other become one text", () => {
  const document = new Y.Doc();
  const log: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => log.push(update));
  const line = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  document.transact(() => {
    document.getXmlFragment("content").insert(0, [paragraph]);
    paragraph.insert(0, [line]);
  });
  for (let index = 0; index < 100; index++) line.insert(index, "é");
  expect(Y.decodeUpdate(mergeInOrder(log)!).structs).toHaveLength(3);
});

test.each([
  ["out of order", (log: Uint8Array[]) => [...log].reverse()],
  ["with a hole", (log: Uint8Array[]) => log.filter((_, index) => index !== 3)],
  ["one of them twice", (log: Uint8Array[]) => [...log, log[2]!]],
  ["one of them cut off", (log: Uint8Array[]) => [...log.slice(0, -1), log.at(-1)!.subarray(0, -2)]],
  ["one of them with more behind its end", (log: Uint8Array[]) => [...log, Uint8Array.of(0, 0, 0)]],
])("updates %s are left to Yjs", (_how, spoil) => {
  const document = new Y.Doc();
  const log: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => log.push(update));
  const text = new Y.XmlText();
  document.getXmlFragment("content").insert(0, [text]);
  for (const letter of "woorden") text.insert(0, letter);
  expect(mergeInOrder(spoil(log))).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { deletionsOnly } from "./deletions-only.ts";

/** Texts of two people with some of it taken away again, tidied by Yjs or not. */
const edits = fc.record({
  gc: fc.boolean(),
  steps: fc.array(
    fc.record({
      who: fc.nat(1),
      what: fc.constantFrom("type", "type", "delete", "mark", "paragraph"),
      at: fc.nat(30),
      text: fc.string({ minLength: 1, maxLength: 3, unit: "grapheme" }),
    }),
    { maxLength: 60 },
  ),
});
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

function write({ gc, steps }: Edits): Y.Doc {
  const people = [5, 3_000_000_000].map((clientID) => Object.assign(new Y.Doc({ gc }), { clientID }));
  for (const { who, what, at, text } of steps) {
    const author = people[who]!;
    const content = author.getXmlFragment("content");
    if (what === "paragraph" || content.length === 0) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.setAttribute("align", text);
      paragraph.insert(0, [new Y.XmlText("ab")]);
      content.insert(at % (content.length + 1), [paragraph]);
    } else {
      const paragraph = content.get(at % content.length) as Y.XmlElement;
      const line = paragraph.get(0) as Y.XmlText;
      if (what === "type") line.insert(at % (line.length + 1), text);
      else if (what === "mark") line.format(0, line.length, { bold: true });
      else if (content.length > 2) content.delete(at % content.length, 1);
      else line.delete(0, Math.min(line.length, 2));
    }
    Y.applyUpdate(people[1 - who]!, Y.encodeStateAsUpdate(author));
  }
  return people[0]!;
}

test("who has all content gets the deletions, exactly as Yjs would send them", () => {
  fc.assert(
    fc.property(edits, (history) => {
      const state = Y.encodeStateAsUpdate(write(history));
      const vector = Y.encodeStateVectorFromUpdate(state);
      expect(deletionsOnly(state, Y.decodeStateVector(vector))).toEqual(Y.diffUpdate(state, vector));
    }),
  );
});

test("who lacks one letter of anybody is not told that there is nothing new", () => {
  fc.assert(
    fc.property(edits, fc.nat(), (history, which) => {
      const state = Y.encodeStateAsUpdate(write(history));
      const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
      const clients = [...vector.keys()];
      fc.pre(clients.length > 0);
      const client = clients[which % clients.length]!;
      vector.set(client, vector.get(client)! - 1);
      expect(deletionsOnly(state, vector)).toBeNull();
    }),
  );
});

test("content that our editor does not make is left to Yjs", () => {
  const doc = new Y.Doc();
  doc.getText("content").insertEmbed(0, { image: "x" });
  const state = Y.encodeStateAsUpdate(doc);
  expect(deletionsOnly(state, Y.decodeStateVector(Y.encodeStateVector(doc)))).toBeNull();
});

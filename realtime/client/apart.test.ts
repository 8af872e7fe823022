import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { Apart } from "./apart.ts";
import { memoryDevice } from "./device/memory.ts";
import { Outgoing } from "./outgoing.ts";
import { Replica } from "./replica.ts";

const server = new Y.Doc();
const paragraph = new Y.XmlElement("paragraph");
paragraph.insert(0, [new Y.XmlText("Begin.")]);
server.getXmlFragment(ROOT).insert(0, [paragraph]);
const BEGIN = Y.encodeStateAsUpdate(server);

const wordsIn = (doc: Y.Doc) => (doc.getXmlFragment(ROOT).get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** What a colleague writes in front meanwhile. */
function colleague(words: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, BEGIN);
  wordsIn(doc).insert(0, words);
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
}

/** One visit of the document on a device, before the line is there. */
async function visit(device = memoryDevice()) {
  const replica = new Replica({
    typed: (update) => outgoing.add(update),
    learned: (update) => outgoing.keepOthers(update),
    broke: (error) => expect.fail(String(error)),
  });
  const { doc } = replica;
  const outgoing = new Outgoing(doc, "document", device, {
    changed() {},
    failed: (error) => expect.fail(String(error)),
  });
  const apart = new Apart(doc, outgoing, (error) => expect.fail(String(error)));
  const stored = await outgoing.load();
  if (stored) apart.recall(stored);
  if (stored?.state) replica.apply([stored.state], "live:device");
  const joined = (...updates: Uint8Array[]) => apart.ends(null, updates, () => replica.apply(updates, "live:others"));
  const told = () => apart.overlaps.map(({ own, others }) => [own && textOf(own), others && textOf(others)]);
  return { apart, outgoing, joined, told, type: (words: string) => wordsIn(doc).insert(wordsIn(doc).length, words) };
}

const start = 1_000_000;
const at = (seconds: number) => vi.spyOn(Date, "now").mockReturnValue(start + seconds * 1_000);
afterEach(() => vi.restoreAllMocks());

const BOTH = [["Begin. Hier.", "Daar. Begin."]];

test("two who were apart for ten seconds and wrote in one paragraph are told both texts, once", async () => {
  at(0);
  const here = await visit();
  here.joined(BEGIN);
  here.type(" Hier");
  here.apart.begins();
  here.type(".");
  at(10);
  here.joined(colleague("Daar. "));
  expect(here.told()).toEqual([["Begin. Hier.", "Daar. Begin. Hier"]]);
  here.apart.begins();
  at(60);
  here.joined(colleague("Nog. "));
  expect(here.told()).toHaveLength(1);
  here.apart.settle(here.apart.overlaps[0]!);
  expect(here.told()).toEqual([]);
});

test("a pause that people hardly notice is not compared, nor one in which only others wrote", async () => {
  at(0);
  const here = await visit();
  here.joined(BEGIN);
  here.apart.begins();
  here.type(" Hier.");
  at(9);
  here.joined(colleague("Daar. "));
  expect(here.told()).toEqual([]);
  here.outgoing.acknowledge(1);
  here.apart.begins();
  at(60);
  here.joined(colleague("Nog. "));
  expect(here.told()).toEqual([]);
});

test("the text of before, and what nobody chose from yet, outlive the page", async () => {
  const device = memoryDevice();
  at(0);
  const first = await visit(device);
  first.joined(BEGIN);
  first.apart.begins();
  first.type(" Hier.");
  await first.outgoing.close();
  at(3_600);
  const second = await visit(device);
  second.joined(colleague("Daar. "));
  expect(second.told()).toEqual(BOTH);
  await second.outgoing.close();
  expect((await visit(device)).told()).toEqual(BOTH);
});

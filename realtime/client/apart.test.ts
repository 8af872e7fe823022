import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { Apart } from "./apart.ts";
import type { Device } from "./device/device.ts";
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
    typed(update) {
      outgoing.add(update);
      apart.writes();
    },
    learned: (update) => outgoing.keepOthers(update),
    broke: (error) => expect.fail(String(error)),
  });
  const { doc } = replica;
  // The page looks for comments before anything has come in.
  doc.getXmlFragment(ROOT);
  const outgoing = new Outgoing(doc, "document", device, {
    changed() {},
    failed: (error) => expect.fail(String(error)),
  });
  const apart = new Apart(doc, outgoing, (error) => expect.fail(String(error)));
  const stored = await outgoing.load();
  if (stored) apart.recall(stored);
  if (stored?.state) replica.apply([stored.state], "live:device");
  const joined = (update: Uint8Array) => {
    apart.meets(null, [update], () => replica.apply([update], "live:others"));
    apart.waits();
  };
  const hears = (update: Uint8Array) => {
    replica.apply([update], "live:others");
    apart.hears([update]);
  };
  /** The server has all of it. */
  const saved = () => {
    outgoing.acknowledge(Number.MAX_SAFE_INTEGER);
    apart.saved();
  };
  const told = () => apart.overlaps.map(({ own, others }) => [own, others].map((side) => side.map(textOf).join()));
  const type = (words: string) => wordsIn(doc).insert(wordsIn(doc).length, words);
  return { doc, apart, outgoing, joined, hears, saved, told, type };
}

const start = 1_000_000;
const at = (seconds: number) => vi.spyOn(Date, "now").mockReturnValue(start + seconds * 1_000);
afterEach(() => vi.restoreAllMocks());

/** Somebody who lost the line and writes on. */
async function alone(device?: Device) {
  at(0);
  const here = await visit(device);
  here.joined(BEGIN);
  here.apart.begins(true);
  here.type(" Hier.");
  return here;
}

const BOTH = [["Begin. Hier.", "Daar. Begin."]];
const NOTES_WRITTEN_MS = 20;
const notes = async (device: Device) => {
  await sleep(NOTES_WRITTEN_MS);
  return device.open("document", "reader", () => new Uint8Array()).load();
};

test("two who were apart for ten seconds and wrote in one paragraph are told both texts, once", async () => {
  at(0);
  const here = await visit();
  here.joined(BEGIN);
  here.type(" Hier");
  here.apart.begins(true);
  here.type(".");
  at(10);
  here.joined(colleague("Daar. "));
  here.saved();
  expect(here.told()).toEqual([["Begin. Hier.", "Daar. Begin. Hier"]]);
  here.apart.begins(true);
  at(60);
  here.joined(colleague("Nog. "));
  here.saved();
  expect(here.told()).toHaveLength(1);
  here.apart.settle(here.apart.overlaps[0]!);
  expect(here.told()).toEqual([]);
});

test("of two who come back together, the one whose edits come later in the log is told", async () => {
  const here = await alone();
  at(60);
  here.joined(BEGIN);
  here.hears(colleague("Daar. "));
  expect(here.told()).toEqual([]);
  here.saved();
  expect(here.told()).toEqual(BOTH);
});

test("what a tab that has gone left behind does not end a comparison", async () => {
  const here = await alone();
  at(60);
  here.joined(colleague("Daar. "));
  here.apart.inherits();
  here.saved();
  expect(here.told()).toEqual(BOTH);
});

test("a line that breaks again before all is saved compares with the text of before the first break", async () => {
  const here = await alone();
  at(60);
  here.joined(colleague("Daar. "));
  here.apart.begins(true);
  at(61);
  here.joined(colleague(""));
  here.saved();
  expect(here.told()).toEqual([["Begin. Hier.", "Daar. Begin."]]);
});

test("a pause that people hardly notice is not compared, nor one in which only others wrote", async () => {
  const here = await alone();
  at(9);
  here.joined(colleague("Daar. "));
  here.saved();
  here.apart.begins(true);
  at(60);
  here.joined(colleague("Nog. "));
  here.saved();
  expect(here.told()).toEqual([]);
});

test("the text of before, and what nobody chose from yet, outlive the page", async () => {
  const device = memoryDevice();
  const first = await alone(device);
  await first.outgoing.close();
  at(3_600);
  const second = await visit(device);
  second.joined(colleague("Daar. "));
  // It may not write, or its line goes: nothing of it is saved before it is opened a third time.
  await second.outgoing.close();
  const third = await visit(device);
  third.joined(colleague(""));
  third.saved();
  expect(third.told()).toEqual(BOTH);
  await third.outgoing.close();
  expect((await visit(device)).told()).toEqual(BOTH);
  expect((await notes(device)).apart).toBeNull();
});

test("what is typed into the copy of an earlier day is compared with the text of that day", async () => {
  const device = memoryDevice();
  at(0);
  const first = await visit(device);
  first.joined(BEGIN);
  await first.outgoing.close();
  at(86_400);
  const second = await visit(device);
  second.type(" Hier.");
  at(86_402);
  second.joined(colleague("Daar. "));
  second.saved();
  expect(second.told()).toEqual(BOTH);
});

test("a reader's text is not taken, and nothing is kept once the document is wiped", async () => {
  const device = memoryDevice();
  const here = await visit(device);
  here.joined(BEGIN);
  here.apart.begins(false);
  here.doc.transact(() => {});
  expect((await notes(device)).apart).toBeNull();
  here.apart.begins(true);
  await here.outgoing.wipe({});
  here.type(" Na de wis.");
  expect((await notes(device)).apart).toBeNull();
});

test("two tabs keep what each found, and what one settled does not come back", async () => {
  const device = memoryDevice();
  at(0);
  const [one, two] = [await visit(device), await visit(device)];
  for (const tab of [one, two]) {
    tab.joined(BEGIN);
    tab.apart.begins(true);
    tab.type(" Hier.");
  }
  at(60);
  one.joined(colleague("Daar. "));
  one.saved();
  two.joined(colleague("Elders. "));
  two.saved();
  expect((await notes(device)).overlaps).toHaveLength(2);
  one.apart.settle(one.apart.overlaps[0]!);
  two.apart.begins(true);
  two.type("!");
  at(120);
  two.joined(colleague("Nog. "));
  two.saved();
  const left = (await notes(device)).overlaps.map(({ id }) => id);
  expect(left).toEqual(two.apart.overlaps.map(({ id }) => id));
});

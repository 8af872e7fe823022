import { expect, test } from "vitest";
import * as Y from "yjs";
import { memoryDevice } from "./device/memory.ts";
import { Outgoing } from "./outgoing.ts";
import { OwnVersion } from "./own-version.ts";

function versionSaying(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("words").insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

function wordsIn(version: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, version);
  return doc.getText("words").toString();
}

const device = memoryDevice();
const doc = new Y.Doc();

/** One visit of the document on this device. */
async function visit() {
  const outgoing = new Outgoing(doc, "document", device, { changed() {}, failed() {} });
  const stored = await outgoing.load();
  const own = new OwnVersion(outgoing, Promise.resolve(), () => Y.encodeStateAsUpdate(doc));
  own.recall(stored?.own ?? null);
  const told: string[] = [];
  const stop = own.listen((version) => told.push(wordsIn(version)));
  await new Promise(setImmediate);
  return { outgoing, own, told, stop };
}

test("the words of two differences are told at the next visits, past a wiped copy, until it is settled", async () => {
  const first = await visit();
  expect(first.told).toEqual([]);
  first.own.differs(versionSaying("een"), Y.encodeStateAsUpdate(doc));
  first.own.differs(versionSaying("twee"), Y.encodeStateAsUpdate(doc));
  expect(first.told).toEqual(["een", "twee"]);
  await first.outgoing.wipe({ own: first.own.kept });
  const second = await visit();
  expect(second.told.map((words) => [words.includes("een"), words.includes("twee")])).toEqual([[true, true]]);
  second.own.settle();
  await new Promise(setImmediate);
  expect((await visit()).told).toEqual([]);
});

test("whoever stopped listening before the text is in is told nothing", async () => {
  const { own } = await visit();
  own.differs(versionSaying("drie"), Y.encodeStateAsUpdate(doc));
  const told: string[] = [];
  own.listen((version) => told.push(wordsIn(version)))();
  await new Promise(setImmediate);
  expect(told).toEqual([]);
});

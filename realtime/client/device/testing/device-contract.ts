import * as Y from "yjs";
import type { OutboxEntry } from "../../outbox.ts";
import { type Device, type DeviceCopy, NO_NOTES } from "../device.ts";

const NOTHING = { ...NO_NOTES, state: null, orphans: [] };

/**
 * What every device must do, as sentences with a proof that throws. Without a test framework, so that the same proofs
 * run in Node on memory and in a browser page on IndexedDB. Each gets a device of its own; two copies of a document
 * stand for two tabs.
 */
export const deviceContract: Record<string, (device: Device) => Promise<void>> = {
  async "has nothing at first"(device) {
    same(await tab(device, "a").load(), NOTHING);
  },

  async "keeps edits and what others wrote"(device) {
    const first = tab(device, "a");
    await first.load();
    const [one, two, three] = typed("een ", "twee ", "drie");
    await first.write([edit(1, one)], [two]);
    await first.write([edit(2, three)], []);
    first.close();
    same(wordsIn(await tab(device, "b").load()), "een twee drie");
  },

  async "gives the edits of a dead tab to the next, and not those of a living one"(device) {
    const [one, two] = typed("een", "twee");
    const dead = tab(device, "a");
    await dead.load();
    await dead.write([edit(1, one), edit(2, two)], []);
    const living = tab(device, "b");
    same((await living.load()).orphans.length, 0);
    dead.close();
    same((await tab(device, "c").load()).orphans.map(hex), [one, two].map(hex));
  },

  async "gives the edits of a tab that dies to one that stays open, once"(device) {
    const [one, two] = typed("een", "twee");
    const dying = tab(device, "a");
    const staying = tab(device, "b");
    await dying.load();
    await staying.load();
    await dying.write([edit(1, one), edit(2, two)], []);
    same((await staying.inherit()).length, 0);
    dying.close();
    same((await staying.inherit()).map(hex), [one, two].map(hex));
    same((await staying.inherit()).length, 0);
    await staying.restart("c", [edit(1, one), edit(2, two)]);
    await staying.settle(2);
    staying.close();
    same((await tab(device, "d").load()).orphans.length, 0);
  },

  async "forgets edits that were acknowledged"(device) {
    const [one, two] = typed("een", "twee");
    const first = tab(device, "a");
    await first.load();
    await first.write([edit(1, one), edit(2, two)], []);
    await first.settle(1);
    first.close();
    const stored = await tab(device, "b").load();
    same(stored.orphans.map(hex), [hex(two)]);
    same(wordsIn(stored), "eentwee");
  },

  async "puts a new session in place of what it and dead tabs had waiting"(device) {
    const [one, two, three] = typed("een", "twee", "drie");
    const dead = tab(device, "a");
    await dead.load();
    await dead.write([edit(1, one)], []);
    dead.close();
    const next = tab(device, "b");
    await next.load();
    await next.write([edit(1, two)], []);
    await next.restart("c", [edit(1, three)]);
    await next.write([edit(2, one)], []);
    next.close();
    same((await tab(device, "d").load()).orphans.map(hex), [three, one].map(hex));
  },

  async "settles in the new session after that"(device) {
    const [one, two] = typed("een", "twee");
    const first = tab(device, "a");
    await first.load();
    await first.restart("b", [edit(1, one), edit(2, two)]);
    await first.settle(2);
    first.close();
    same((await tab(device, "c").load()).orphans.length, 0);
  },

  async "keeps documents apart, and wipes one without the other"(device) {
    const [one] = typed("een");
    const here = tab(device, "a", "document-1");
    const there = tab(device, "b", "document-2");
    await here.load();
    await there.load();
    await here.write([edit(1, one)], []);
    await there.write([edit(1, one)], []);
    await here.note(() => ({ rights: { read: true, write: true, comment: true, presence: true } }));
    await here.wipe({});
    here.close();
    there.close();
    same(await tab(device, "c", "document-1").load(), NOTHING);
    same((await tab(device, "d", "document-2").load()).orphans.length, 1);
  },

  async "keeps a version aside until it is told to forget it, also when the document is wiped"(device) {
    const [one] = typed("een");
    const rights = { read: true, write: true, comment: true, presence: true };
    const first = tab(device, "a");
    await first.load();
    await first.write([edit(1, one)], []);
    await first.note(() => ({ own: one }));
    await first.note(() => ({ rights }));
    const second = tab(device, "b");
    const kept = await second.load();
    same([kept.own && hex(kept.own), kept.rights], [hex(one), rights]);
    await first.wipe({ own: one });
    const after = await second.load();
    same([after.own && hex(after.own), after.state, after.rights], [hex(one), null, null]);
    await second.note(() => ({ own: null }));
    same((await second.load()).own, null);
  },

  async "remembers the rights"(device) {
    const rights = { read: true, write: false, comment: true, presence: true };
    const first = tab(device, "a");
    await first.load();
    await first.note(() => ({ rights }));
    first.close();
    same((await tab(device, "b").load()).rights, rights);
  },

  async "keeps a long text whole"(device) {
    const words = Array.from({ length: 450 }, (_, index) => `${index} `);
    const first = tab(device, "a");
    await first.load();
    const updates = typed(...words);
    for (const [index, update] of updates.entries()) await first.write([edit(index + 1, update)], []);
    await first.settle(450);
    first.close();
    same(wordsIn(await tab(device, "b").load()), words.join(""));
  },
};

function tab(device: Device, sessionId: string, documentId = "document-1"): DeviceCopy {
  return device.open(documentId, sessionId, () => Y.encodeStateAsUpdate(new Y.Doc()));
}

function edit(sequence: number, update: Uint8Array): OutboxEntry {
  return { sequence, update, at: 0 };
}

/** One update for each word, typed one after the other. */
function typed<Words extends string[]>(...words: Words): { [Word in keyof Words]: Uint8Array } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("words");
  for (const word of words) text.insert(text.length, word);
  return updates as { [Word in keyof Words]: Uint8Array };
}

function wordsIn({ state }: { state: Uint8Array | null }): string {
  const doc = new Y.Doc();
  if (state !== null) Y.applyUpdate(doc, state);
  return doc.getText("words").toString();
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function same(is: unknown, should: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(should))
    throw new Error(`${JSON.stringify(is)} should be ${JSON.stringify(should)}`);
}

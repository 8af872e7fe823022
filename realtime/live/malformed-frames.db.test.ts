import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { randomFrom } from "../documents/gate/testing/random-document.ts";
import { CODES, type Code } from "../wire/codes.ts";
import { badFrame, KINDS, type Kind } from "./testing/bad-frames.ts";
import { HostileLine } from "./testing/hostile-line.ts";
import { RawEditor, until } from "./testing/raw-client.ts";
import { House, MAY_ALL, newDocument, startNode, type TestNode } from "./testing/start-node.ts";

/** Of each kind; `bench/malformed-frames.ts` sends a million. The seed of a failure is in the test's name. */
const FRAMES = Number(process.env.MALFORMED_FRAMES ?? 2_000);
const SEED = Math.floor(Math.random() * 2 ** 31);

let database: TestDatabase;
let house: House;
let node: TestNode;
let documentId: string;
let editors: RawEditor[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = new House();
  editors = [];
  const unbounded = { packetsBurst: 1e9, updatesBurst: 1e9, refusalsBeforeBlock: 1e9, newClientIdsPerMinute: 1e9 };
  node = await startNode(database, house, { limits: { ...unbounded, joinsBurst: 1e9 } });
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const editor of editors) editor.close();
  await node.stop();
});

function signIn(name: string): string {
  const who = house.signIn(name);
  house.allow(who.personId, documentId, MAY_ALL);
  return who.cookie;
}
async function enter(name: string) {
  const editor = await RawEditor.open(node.url, signIn(name), documentId);
  editors.push(editor);
  return editor;
}

/** Sends so many over line after line: a good part of the third kind ends the line. @returns what was refused. */
async function flood(kind: Kind, anna: RawEditor): Promise<Set<string>> {
  const pick = randomFrom(SEED);
  const cookie = signIn("Mallory Smets");
  const codes = new Set<string>();
  let line: HostileLine | null = null;
  for (let sent = 0; sent < FRAMES; sent++) {
    if (!line || line.closed) line = await HostileLine.open(Number(new URL(node.url).port), cookie, documentId);
    if (!line) throw new Error("the node let nobody in any more");
    const foothold = { slot: line.slot, sequence: line.savedUpTo + 1, others: [[anna.doc.clientID, 1] as const] };
    if (!line.send(badFrame(kind, foothold, pick))) await line.drained();
    if (sent % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 1));
    for (const code of line.refused.keys()) codes.add(code);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const code of line?.refused.keys() ?? []) codes.add(code);
  line?.destroy();
  return codes;
}

test.each(KINDS)(
  `${FRAMES} %s frames end nobody else's line and touch nobody's text (from seed ${SEED}, T10)`,
  async (kind) => {
    const anna = await enter("Anna Peeters");
    const bram = await enter("Bram Claes");
    let typed = "";
    // Some of it is harmless, and new paragraphs before hers are any editor's right.
    const place = (anna.doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const typing = setInterval(() => {
      place.insert(place.length, "a");
      typed += "a";
    }, 10);
    const codes = await flood(kind, anna);
    clearInterval(typing);
    await until(() => anna.savedUpTo === anna.sequence, "everything honest is saved");
    await until(() => bram.text === anna.text, "both read the same");
    expect(anna.text).toContain(`Begin. ${typed}`);
    expect(anna.refused.concat(bram.refused)).toEqual([]);
    expect([anna.socket.connected, bram.socket.connected]).toEqual([true, true]);
    expect(anna.doc.store.pendingStructs).toBeNull();
    expect([...codes].filter((code) => !(code in CODES) || code === ("TEMPORARY" satisfies Code))).toEqual([]);
    expect(house.lines.filter((line) => line.includes("failed") || line.includes("could not"))).toEqual([]);
  },
);

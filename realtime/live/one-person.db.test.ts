import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import type { Limits } from "../wire/limits.ts";
import { connectRaw, RawEditor, until } from "./testing/raw-client.ts";
import { House, MAY_ALL, newDocument, startNode, type TestNode } from "./testing/start-node.ts";

let database: TestDatabase;
let house: House;
let node: TestNode;
let documentId: string;
let sockets: { disconnect(): void }[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = new House();
  sockets = [];
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const socket of sockets) socket.disconnect();
  await node.stop();
});

const begin = async (limits: Partial<Limits> = {}) => {
  node = await startNode(database, house, { limits });
};
const signIn = (name: string) => {
  const who = house.signIn(name);
  house.allow(who.personId, documentId, MAY_ALL);
  return who;
};
async function enter({ cookie }: { cookie: string }) {
  const editor = await RawEditor.open(node.url, cookie, documentId);
  sockets.push(editor.socket);
  return editor;
}
function refusedWith(cookie: string): Promise<unknown> {
  const socket = connectRaw(node.url, cookie);
  sockets.push(socket);
  return new Promise((resolve) => socket.on("connect_error", (error) => resolve((error as { data?: unknown }).data)));
}

const LIE = Uint8Array.of(1, 255, 255, 255, 15, 7, 0);

test("refusals that nobody honest earns count over all sockets of a person, and put out all of them (T10)", async () => {
  await begin();
  const mallory = signIn("Mallory Smets");
  const anna = await enter(signIn("Anna Peeters"));
  const three = [await enter(mallory), await enter(mallory), await enter(mallory)];
  const [first, second] = three as [RawEditor, RawEditor];
  for (let index = 0; index < 10; index++) first.send(LIE, 1);
  await until(() => first.refused.length === 10);
  expect(first.socket.connected).toBe(true);
  for (let index = 0; index < 10; index++) second.send(LIE, 1);
  await until(() => three.every(({ socket }) => !socket.connected), "all of them are out");
  expect(await refusedWith(mallory.cookie)).toMatchObject({ code: "BLOCKED", retry: true });
  anna.type("verder");
  await until(() => anna.savedUpTo === 1);
});

test("a person who comes back on a new socket has no new patience (T10)", async () => {
  await begin();
  const mallory = signIn("Mallory Smets");
  for (let round = 0; round < 2; round++) {
    const editor = await enter(mallory);
    for (let index = 0; index < 10; index++) editor.send(LIE, 1);
    await until(() => editor.refused.length === 10);
    editor.close();
  }
  await until(() => house.lines.some((line) => line.includes("put out for their refusals")));
});

test("many sockets of one person may do what a few may (T18)", async () => {
  await begin({ newClientIdsPerMinute: 1, socketsWorthPerPerson: 2 });
  const mallory = signIn("Mallory Smets");
  const three = [await enter(mallory), await enter(mallory), await enter(mallory)];
  for (const editor of three) editor.type("nieuw");
  await until(() => three.filter(({ savedUpTo }) => savedUpTo === 1).length === 2);
  await until(() => three.flatMap(({ refused }) => refused).length === 1);
  expect(three.flatMap(({ refused }) => refused)).toEqual(["TOO_MANY"]);
  const anna = await enter(signIn("Anna Peeters"));
  anna.type("verder");
  await until(() => anna.savedUpTo === 1);
});

test("a person has so many sockets on a node and is asked to wait for the next", async () => {
  await begin({ socketsPerPerson: 2 });
  const anna = signIn("Anna Peeters");
  const first = await enter(anna);
  await enter(anna);
  expect(await refusedWith(anna.cookie)).toMatchObject({ code: "TOO_MANY", retry: true });
  first.close();
  await until(async () => {
    const again = connectRaw(node.url, anna.cookie);
    sockets.push(again);
    return new Promise<boolean>((resolve) => {
      again.on("connect", () => resolve(true));
      again.on("connect_error", () => resolve(false));
    });
  });
});

test("a document takes so many updates from everybody together, and so many sockets", async () => {
  await begin({ documentUpdatesPerSecond: 0.001, documentUpdatesBurst: 3, socketsPerDocument: 2 });
  const anna = await enter(signIn("Anna Peeters"));
  const bram = await enter(signIn("Bram Claes"));
  anna.type("a");
  anna.type("b");
  bram.type("c");
  await until(() => anna.savedUpTo === 2 && bram.savedUpTo === 1);
  bram.type("d");
  await until(() => bram.refused.length === 1);
  expect(bram.refused).toEqual(["TOO_MANY"]);
  await expect(enter(signIn("Celine Maes"))).rejects.toThrow("TOO_MANY");
});

test("a frame never overtakes the answer to its join, also when both leave in one go", async () => {
  await begin({ commitGapPerSocketMs: 0 });
  const anna = await enter(signIn("Anna Peeters"));
  const typing = setInterval(() => anna.type("x"), 1);
  const others = await Promise.all(Array.from({ length: 12 }, (_, index) => enter(signIn(`Person ${index}`))));
  clearInterval(typing);
  await until(() => anna.savedUpTo === anna.sequence);
  for (const other of others) {
    await until(() => other.text === anna.text, "everybody has the same text");
    expect(other.doc.store.pendingStructs).toBeNull();
    expect(Y.encodeStateVector(other.doc)).toEqual(Y.encodeStateVector(anna.doc));
  }
});

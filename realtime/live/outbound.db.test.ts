import type { Socket as NetSocket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { contentHash } from "../wire/content-hash.ts";
import type { Checked } from "../wire/messages.ts";
import { RawEditor, until } from "./testing/raw-client.ts";
import { House, MAY_ALL, newDocument, startNode, type TestNode } from "./testing/start-node.ts";

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
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const editor of editors) editor.close();
  await node.stop();
});

async function enter(name: string) {
  const who = house.signIn(name);
  house.allow(who.personId, documentId, MAY_ALL);
  const editor = await RawEditor.open(node.url, who.cookie, documentId);
  editors.push(editor);
  return editor;
}

/** The TCP connection under a client. */
function lineOf(editor: RawEditor): NetSocket {
  const engine = editor.socket.io.engine as unknown as { transport: { ws: { _socket: NetSocket } } };
  return engine.transport.ws._socket;
}

test("somebody who stops reading is cut off, and the others notice nothing (T84)", async () => {
  node = await startNode(database, house, {
    limits: { bufferedBytes: 300_000, updateBytesPerSecond: 1e9, updateBytesBurst: 1e9 },
  });
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  const slow = await enter("Celine Maes");
  lineOf(slow).pause();
  for (let index = 0; index < 200; index++) {
    anna.type("x".repeat(50_000));
    if (index % 10 === 0) await until(() => anna.savedUpTo > index - 10);
    if (house.lines.some((line) => line.includes("does not read"))) break;
  }
  expect(house.lines.filter((line) => line.includes("does not read"))).toHaveLength(1);
  await until(() => bram.text === anna.text, "the others have everything", 15_000);
  expect(bram.socket.connected).toBe(true);
});

test("a frame reaches sockets whole, whatever its length", async () => {
  node = await startNode(database, house);
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  for (const length of [1, 90, 100, 126, 1_000, 65_500, 65_536, 70_000]) {
    anna.type("y".repeat(length));
    await until(() => bram.text === anna.text, `${length} letters have arrived`);
  }
});

function check(
  editor: RawEditor,
  hash: string,
  received = editor.received,
): Promise<{ reply: unknown; body?: Uint8Array }> {
  return new Promise((resolve) => {
    editor.socket.emit("check", { documentId, received, hash }, (reply, body) =>
      resolve(body ? { reply, body: new Uint8Array(body) } : { reply: reply as Checked }),
    );
  });
}

test("a client learns whether it reads what the log says, and gets the whole when not", async () => {
  node = await startNode(database, house);
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  anna.type("gelijk");
  await until(() => bram.text === "Begin. gelijk" && anna.savedUpTo === 1);
  expect((await check(bram, contentHash(bram.doc))).reply).toEqual({ ok: true, same: true, seq: 2 });
  expect((await check(bram, "something else", 99)).reply).toEqual({ ok: true, same: null, seq: 2 });
  const { reply, body } = await check(bram, "something else");
  expect(reply).toEqual({ ok: true, same: false, seq: 2 });
  const whole = new Y.Doc();
  Y.applyUpdate(whole, body!);
  expect(contentHash(whole)).toBe(contentHash(anna.doc));
  expect(house.lines.some((line) => line.includes("something else than the log says"))).toBe(true);
});

test("a document that nobody is in any more is unloaded, compacted, and opens again", async () => {
  node = await startNode(database, house, { limits: { roomIdleMs: 100, compactAfterRowsWhenIdle: 3 } });
  const anna = await enter("Anna Peeters");
  for (let index = 0; index < 5; index++) {
    anna.type("z");
    await until(() => anna.savedUpTo === index + 1);
  }
  anna.close();
  await until(async () => (await node.log.open(documentId))!.snapshot !== null, "it is compacted");
  const bram = await enter("Bram Claes");
  expect(bram.text).toBe("Begin. zzzzz");
});

test("a deleted document is taken from those who are in it", async () => {
  node = await startNode(database, house, { limits: { pollMs: 100 } });
  const anna = await enter("Anna Peeters");
  await database.sql`delete from documents where id = ${documentId}`;
  anna.type("te laat");
  await until(() => anna.told("removed") !== undefined);
  expect(anna.told("removed")).toEqual({ documentId, code: "NOT_FOUND", retry: false });
  expect(anna.savedUpTo).toBe(0);
});

test("many who open a document at the same moment cost one load", async () => {
  let loads = 0;
  node = await startNode(database, house, {
    wrap: (log) => ({
      ...log,
      open: (id) => {
        loads++;
        return log.open(id);
      },
    }),
  });
  const people = await Promise.all(Array.from({ length: 20 }, (_, index) => enter(`Person ${index}`)));
  expect(loads).toBe(1);
  expect(people.every(({ text }) => text === "Begin. ")).toBe(true);
});

test("many who come into open documents at the same moment ask together whether anybody wrote elsewhere", async () => {
  const asked: number[] = [];
  let tails = 0;
  node = await startNode(database, house, {
    limits: { pollMs: 60_000 },
    wrap: (log) => ({
      ...log,
      heads: (ids) => {
        asked.push(ids.length);
        return log.heads(ids);
      },
      tail: (id, seq) => {
        tails++;
        return log.tail(id, seq);
      },
    }),
  });
  const documents = [documentId, await newDocument(database, "Begin. "), await newDocument(database, "Begin. ")];
  const into = async (id: string) => {
    documentId = id;
    return enter("Anna Peeters");
  };
  await Promise.all(documents.map(into));
  expect(asked).toEqual([]);
  await Promise.all([...documents, ...documents, ...documents].map(into));
  expect(asked.length).toBeLessThan(9);
  expect(tails).toBe(0);
});

test("a load that failed leaves nothing behind", async () => {
  let broken = true;
  node = await startNode(database, house, {
    wrap: (log) => ({ ...log, open: (id) => (broken ? Promise.reject(new Error("no database")) : log.open(id)) }),
  });
  await expect(enter("Anna Peeters")).rejects.toThrow("TEMPORARY");
  broken = false;
  expect((await enter("Anna Peeters")).text).toBe("Begin. ");
});

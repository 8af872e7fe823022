import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import { UnstorableAppend } from "#db/documents/stored.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { RawEditor, until } from "./testing/raw-client.ts";
import { House, MAY_ALL, MAY_READ, newDocument, startNode, type TestNode } from "./testing/start-node.ts";

let database: TestDatabase;
let house: House;
let node: TestNode;
let documentId: string;
let editors: RawEditor[];
/** What stands between the node and the log. */
let appending: (
  append: DocumentLog["append"],
  rows: Parameters<DocumentLog["append"]>[0],
) => ReturnType<DocumentLog["append"]>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  house = new House();
  editors = [];
  appending = (append, rows) => append(rows);
  node = await startNode(database, house, {
    limits: { appendRetryMs: 10, stalledAfterMs: 100, unansweredAfterMs: 200 },
    wrap: (log) => ({ ...log, append: (rows) => appending(log.append, rows) }),
  });
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const editor of editors) editor.close();
  await node.stop();
});

async function enter(name: string, sessionId?: string): Promise<RawEditor & { personId: string }> {
  const { cookie, personId } = house.signIn(name);
  house.allow(personId, documentId, MAY_ALL);
  const editor = await RawEditor.open(node.url, cookie, documentId, sessionId);
  editors.push(editor);
  return Object.assign(editor, { personId });
}

async function storedText(): Promise<string> {
  const { update } = (await node.realtime.readDocument(documentId))!;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return (doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0).toString();
}

const rowCount = async () =>
  Number((await database.sql`select count(*) from document_updates where document_id = ${documentId}`)[0]!.count);

test("two people who type at the same time both keep their text", async () => {
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  for (let index = 0; index < 20; index++) {
    anna.type("a");
    bram.type("b");
  }
  await until(() => anna.text === bram.text && anna.text.length === 47, "the texts are equal");
  await until(() => anna.savedUpTo === 20 && bram.savedUpTo === 20, "all is acknowledged");
  expect(await storedText()).toBe(anna.text);
});

test("somebody who comes later sees everything, and the author gets no echo", async () => {
  const anna = await enter("Anna Peeters");
  anna.type("Hallo");
  await until(() => anna.savedUpTo === 1);
  const bram = await enter("Bram Claes");
  expect(bram.text).toBe("Begin. Hallo");
  expect(anna.received).toBe(0);
});

test("nothing is shown or acknowledged before the commit", async () => {
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  appending = async (append, rows) => {
    await gate;
    return append(rows);
  };
  anna.type("nog niet");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(bram.received).toBe(0);
  expect(anna.savedUpTo).toBe(0);
  release();
  await until(() => bram.text === "Begin. nog niet" && anna.savedUpTo === 1);
});

test("a failing log keeps everything, says so, and catches up", async () => {
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  let broken = true;
  appending = (append, rows) => (broken ? Promise.reject(new Error("no database")) : append(rows));
  anna.type("een ");
  anna.type("twee");
  await until(() => anna.told("stalled")?.stalled === true, "the author is told");
  expect(bram.received).toBe(0);
  expect(anna.savedUpTo).toBe(0);
  broken = false;
  await until(() => anna.savedUpTo === 2 && bram.text === "Begin. een twee");
  expect(anna.messages.filter(({ event }) => event === "stalled").at(-1)?.message.stalled).toBe(false);
  expect(anna.refused).toEqual([]);
});

test("a log that gives no answer at all is told to the author too, and its answer ends it (T79)", async () => {
  const anna = await enter("Anna Peeters");
  let answer = () => {};
  const gate = new Promise<void>((resolve) => {
    answer = resolve;
  });
  appending = async (append, rows) => {
    await gate;
    return append(rows);
  };
  anna.type("een");
  await until(() => anna.told("stalled")?.stalled === true, "the author is told");
  answer();
  await until(() => anna.savedUpTo === 1);
  expect(anna.messages.filter(({ event }) => event === "stalled").map(({ message }) => message.stalled)).toEqual([
    true,
    false,
  ]);
});

test("a log that refuses a row after a long silence has answered: nobody is told that it stands still any longer", async () => {
  const anna = await enter("Anna Peeters");
  let answer = () => {};
  const gate = new Promise<void>((resolve) => {
    answer = resolve;
  });
  appending = async () => {
    await gate;
    throw new UnstorableAppend("the log refuses a row");
  };
  anna.type("een");
  await until(() => anna.told("stalled")?.stalled === true, "the author is told");
  answer();
  const told = () => anna.messages.filter(({ event }) => event === "stalled").map(({ message }) => message.stalled);
  await until(() => told().length === 2, "the author is told that it answers");
  expect(told()).toEqual([true, false]);
  await until(() => anna.refused.length > 0, "the row is refused");
});

test("an append that was committed and whose answer got lost is not written twice", async () => {
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  const before = await rowCount();
  let lost = 0;
  appending = async (append, rows) => {
    const taken = await append(rows);
    if (lost++ === 0) throw new Error("the answer got lost");
    return taken;
  };
  anna.type("een keer");
  await until(() => anna.savedUpTo === 1 && bram.text === "Begin. een keer");
  expect(await rowCount()).toBe(before + 1);
  anna.type("!");
  await until(() => anna.savedUpTo === 2 && bram.text === "Begin. een keer!");
  expect(anna.refused).toEqual([]);
});

test("what waits for the log when its author loses the right to write is refused, not stored (T06)", async () => {
  const bram = await enter("Bram Claes");
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let under = 0;
  appending = async (append, rows) => {
    under++;
    await gate;
    return append(rows);
  };
  bram.type("op tijd");
  await until(() => under === 1);
  bram.type(" te laat");
  await new Promise((resolve) => setTimeout(resolve, 50));
  house.allow(bram.personId, documentId, MAY_READ);
  const rechecking = node.realtime.recheck({ personId: bram.personId });
  await until(() => bram.told("rights") !== undefined);
  release();
  await rechecking;
  expect(await storedText()).toBe("Begin. op tijd");
  expect(bram.refused).toEqual(["READ_ONLY"]);
});

test("what was acknowledged or is on its way is not stored again when it is sent again", async () => {
  const anna = await enter("Anna Peeters");
  let sent!: Uint8Array;
  anna.doc.once("update", (update: Uint8Array) => {
    sent = update;
  });
  anna.type("eenmaal");
  anna.send(sent, 1);
  await until(() => anna.savedUpTo === 1);
  anna.savedUpTo = 0;
  anna.send(sent, 1);
  await until(() => anna.savedUpTo === 1, "the repeated update is acknowledged");
  expect(await rowCount()).toBe(2);
  expect(anna.refused).toEqual([]);
});

test("an outbox is known again after a compaction and on a node that never saw it", async () => {
  const anna = await enter("Anna Peeters");
  anna.type("bewaard");
  await until(() => anna.savedUpTo === 1);
  expect(
    (
      await node.log.compact(documentId, async (stored) =>
        (await import("../documents/materialise.ts")).workOn(documentId).compact(stored),
      )
    ).outcome,
  ).toBe("compacted");
  const other = await startNode(database, house);
  const again = await RawEditor.open(other.url, `session=${[...house.sessions.keys()][0]}`, documentId, anna.sessionId);
  expect(again.joined.savedUpTo).toBe(1);
  expect(again.text).toBe("Begin. bewaard");
  again.close();
  await other.stop();
});

test("a sequence that is not the next one is refused, and the next one is then taken", async () => {
  const anna = await enter("Anna Peeters");
  anna.autoSend = false;
  anna.type("x");
  const update = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(new Y.Doc()));
  const own = Y.diffUpdate(
    update,
    Y.encodeStateVector(
      new Map(
        [...Y.decodeStateVector(Y.encodeStateVector(anna.doc))].filter(([client]) => client !== anna.doc.clientID),
      ),
    ),
  );
  anna.send(own, 2);
  await until(() => anna.refused.length === 1);
  expect(anna.refused).toEqual(["OUT_OF_ORDER"]);
  anna.send(own, 1);
  await until(() => anna.savedUpTo === 1);
});

describe("an edit made by the server", () => {
  test("reaches everybody, belongs to nobody, and merges with what people type", async () => {
    const anna = await enter("Anna Peeters");
    const edits = Array.from({ length: 5 }, (_, index) =>
      node.realtime.editDocument(documentId, "system", (doc) => {
        ((doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, `${index}`);
        return index;
      }),
    );
    for (let index = 0; index < 5; index++) anna.type("z");
    expect(await Promise.all(edits)).toEqual([0, 1, 2, 3, 4]);
    await until(() => anna.text.length === 17 && anna.savedUpTo === 5);
    expect(await storedText()).toBe(anna.text);
  });

  test("is not made at all when the change throws", async () => {
    await expect(
      node.realtime.editDocument(documentId, "system", (doc) => {
        doc.getXmlFragment("content").delete(0, 1);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await storedText()).toBe("Begin. ");
    expect(await rowCount()).toBe(1);
  });
});

test("compaction keeps the text, and who is in the document notices nothing", async () => {
  const anna = await enter("Anna Peeters");
  const bram = await enter("Bram Claes");
  for (let index = 0; index < 30; index++) anna.type(`${index} `);
  await until(() => anna.savedUpTo === 30);
  const before = await storedText();
  const { compactDocument } = await import("../documents/compact-document.ts");
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted" });
  expect(await compactDocument(node.log, documentId)).toEqual({ outcome: "nothing" });
  expect(await rowCount()).toBe(0);
  expect(await storedText()).toBe(before);
  bram.type("verder");
  await until(() => anna.text === `${before}verder` && bram.savedUpTo === 1);
  const late = await enter("Celine Maes");
  expect(late.text).toBe(anna.text);
});

test("a client that has almost everything gets almost nothing", async () => {
  const anna = await enter("Anna Peeters");
  anna.type("lang ".repeat(2_000));
  await until(() => anna.savedUpTo === 1);
  await (await import("../documents/compact-document.ts")).compactDocument(node.log, documentId);
  const full = (await enter("Bram Claes")).openedWith;
  await anna.join();
  expect(full).toBeGreaterThan(10_000);
  expect(anna.openedWith).toBeLessThan(50);
});

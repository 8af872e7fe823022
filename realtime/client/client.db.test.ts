import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { compactDocument } from "../documents/compact-document.ts";
import { askToJoin, connectRaw, until } from "../live/testing/raw-client.ts";
import { House, MAY_ALL, MAY_READ, newDocument, ORIGIN, startNode, type TestNode } from "../live/testing/start-node.ts";
import { contentHash } from "../wire/content-hash.ts";
import { type Joined, LIVE_PATH } from "../wire/messages.ts";
import * as liveParser from "../wire/parser.ts";
import { NO_NOTES } from "./device/device.ts";
import { connectDocument, connectLive, type LiveConnection, type LiveDocument, memoryDevice } from "./index.ts";
import { Network } from "./testing/network.ts";
import type { LiveOptions, SessionEnd } from "./types.ts";

let database: TestDatabase;
let house: House;
let node: TestNode;
let network: Network;
let documentId: string;
let connections: LiveConnection[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  house = new House();
  connections = [];
  node = await startNode(database, house);
  network = await Network.to(node.url);
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await network.close();
  await node.stop();
});

type Person = ReturnType<House["signIn"]>;

function person(name: string, rights = MAY_ALL): Person {
  const signedIn = house.signIn(name);
  house.allow(signedIn.personId, documentId, rights);
  return signedIn;
}

function connect({ cookie, personId }: Person, more: Partial<LiveOptions> = {}): LiveConnection {
  const connection = connectLive({ url: network.url, origin: ORIGIN, cookie, personId, ...more });
  connections.push(connection);
  return connection;
}

const textOf = ({ doc }: LiveDocument) =>
  ((doc.getXmlFragment("content").get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined)?.toString() ??
  "";

function type({ doc }: LiveDocument, words: string): void {
  const text = (doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, words);
}

async function storedText(): Promise<string> {
  const stored = await node.realtime.readDocument(documentId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored!.update);
  return textOf({ doc } as LiveDocument);
}

async function open(who: Person, more: Partial<LiveOptions> = {}): Promise<LiveDocument> {
  const opened = connect(who, more).openDocument(documentId);
  await opened.synced;
  return opened;
}

describe("a document", () => {
  test("knows why, while the server keeps its person out for what another page of theirs sent", async () => {
    const anna = person("Anna Peeters");
    const opened = await open(anna);
    expect(opened.heldUp).toBeNull();
    const other = connectRaw(node.url, anna.cookie);
    await askToJoin(other, documentId);
    for (let times = 0; times < 25; times++) other.emit("frame", Uint8Array.of(255, 255, 3, 9));
    await until(() => opened.heldUp === "BLOCKED", "it knows");
    expect(opened.status).toBe("connecting");
    other.disconnect();
  });

  test("is there after the join, and both people see what either types", async () => {
    const anna = await open(person("Anna Peeters"));
    const bram = await open(person("Bram Claes"));
    expect(textOf(anna)).toBe("Begin. ");
    for (let i = 0; i < 10; i++) {
      type(anna, "a");
      type(bram, "b");
    }
    await until(() => textOf(anna) === textOf(bram) && textOf(anna).length === 27);
    await until(() => anna.status === "saved" && bram.status === "saved");
    expect(await storedText()).toBe(textOf(anna));
    expect(anna.acknowledged).toEqual({ seq: 10, pending: 0 });
  });

  test("says saving until the server has it, and saved after", async () => {
    const anna = await open(person("Anna Peeters"));
    const seen: string[] = [];
    anna.onStatus((status) => seen.push(status));
    type(anna, "x");
    expect(anna.status).toBe("saving");
    await until(() => anna.status === "saved");
    expect(seen).toEqual(["saving", "saved"]);
  });

  test("is shared by all who open it in a tab, and left when the last of them closes it", async () => {
    const connection = connect(person("Anna Peeters"));
    const first = connection.openDocument(documentId);
    const second = connection.openDocument(documentId);
    await first.synced;
    expect(second.doc).toBe(first.doc);
    await first.close();
    await first.close();
    type(second, "nog open");
    await until(() => second.status === "saved");
    await second.close();
    const third = connection.openDocument(documentId);
    await third.synced;
    expect(third.doc).not.toBe(second.doc);
    expect(textOf(third)).toBe("Begin. nog open");
  });

  test("is sent to the end when it is closed at once after typing", async () => {
    const anna = await open(person("Anna Peeters"));
    type(anna, "net voor het sluiten");
    await anna.close();
    expect(await storedText()).toBe("Begin. net voor het sluiten");
  });

  test("can be had in one line, and closing it closes the line", async () => {
    const { cookie } = person("Anna Peeters");
    const opened = await connectDocument({ url: node.url, origin: ORIGIN, cookie, documentId });
    type(opened, "kop");
    await until(() => opened.status === "saved");
    expect(opened.acknowledged.seq).toBe(1);
    await opened.close();
    await expect(
      connectDocument({ url: node.url, origin: ORIGIN, cookie, documentId: "00000000-0000-4000-8000-000000000000" }),
    ).rejects.toThrow("NOT_FOUND");
    await expect(connectDocument({ url: node.url, origin: ORIGIN, cookie: "", documentId })).rejects.toThrow(
      "SESSION_ENDED",
    );
  });

  test("takes a pasted book in pieces", async () => {
    const anna = await open(person("Anna Peeters"));
    const bram = await open(person("Bram Claes"));
    const book = "Er was eens een school. ".repeat(20_000);
    type(anna, book);
    await until(() => anna.status === "saved" && textOf(bram).length === 7 + book.length, "the book is there");
    expect(anna.acknowledged.seq).toBeGreaterThan(1);
  });
});

describe("a line that breaks", () => {
  test("brings what was typed meanwhile, on both sides, once", async () => {
    const anna = await open(person("Anna Peeters"));
    const bram = await open(person("Bram Claes"));
    network.cut();
    await until(() => anna.status === "connecting" && bram.status === "connecting");
    type(anna, "van Anna ");
    type(bram, "van Bram ");
    await until(() => anna.status === "saved-on-device");
    network.restore();
    await until(() => anna.status === "saved" && bram.status === "saved", "both are back");
    await until(() => textOf(anna) === textOf(bram));
    expect(textOf(anna)).toContain("van Anna ");
    expect((await storedText()).length).toBe("Begin. van Anna van Bram ".length);
  });

  test("sends a long day offline as one difference", async () => {
    const anna = await open(person("Anna Peeters"));
    network.cut();
    await until(() => anna.status === "connecting");
    for (let i = 0; i < 400; i++) type(anna, `${i} `);
    expect(anna.acknowledged.pending).toBe(400);
    network.restore();
    await until(() => anna.status === "saved");
    expect(anna.acknowledged.seq).toBeLessThan(5);
    expect(await storedText()).toBe(textOf(anna));
  });

  test("moves to another node when its own is about to stop", async () => {
    const anna = await open(person("Anna Peeters"));
    const seen: string[] = [];
    anna.onStatus((status) => seen.push(status));
    const stopping = node;
    node = await startNode(database, house);
    network.restore(node.url);
    const drained = stopping.realtime.drain();
    type(anna, "onderweg");
    await until(() => seen.includes("connecting") || anna.acknowledged.seq === 1);
    await drained;
    await until(() => anna.status === "saved");
    await stopping.stop();
    type(anna, ", aangekomen");
    await until(() => anna.status === "saved" && anna.acknowledged.pending === 0);
    expect(await storedText()).toBe("Begin. onderweg, aangekomen");
  });

  test("says that nothing is kept when there is nowhere to keep it", async () => {
    const anna = await open(person("Anna Peeters"), { storage: "none" });
    expect(anna.storage).toBe("unavailable");
    network.cut();
    await until(() => anna.status === "connecting");
    type(anna, "alleen hier");
    expect(anna.status).toBe("saving");
    expect(connections[0]!.hasUnsaved).toBe(true);
  });

  test("tells who watches, and asks for the notices again", async () => {
    const anna = person("Anna Peeters");
    house.topics.add(`${anna.personId} cycle:1`);
    const connection = connect(anna);
    const heard: unknown[] = [];
    let returned = 0;
    connection.watch("cycle:1", (keys) => heard.push(...keys));
    connection.onReturn(() => returned++);
    await until(() => connection.status === "online");
    await until(() => {
      node.realtime.publish(["cycle:1"], [["cycle", "1"]]);
      return heard.length > 0;
    });
    network.cut();
    await until(() => connection.status === "connecting");
    network.restore();
    await until(() => returned === 1);
    heard.length = 0;
    await until(() => {
      node.realtime.publish(["cycle:1"], [["cycle", "1"]]);
      return heard.length > 0;
    });
    expect(heard[0]).toEqual(["cycle", "1"]);
  });
});

describe("a long document", () => {
  const LONG = Array.from({ length: 130_000 }, (_, index) => `woord${index % 977} `).join("");

  test("comes packed to somebody with nothing, and what is typed meanwhile comes behind it", async () => {
    const anna = await open(person("Anna Peeters"));
    type(anna, LONG);
    await until(() => anna.status === "saved", "the long text is saved");
    // The node compacts so long a text by itself too.
    await until(async () => (await compactDocument(node.log, documentId)).outcome === "nothing", "it is compacted");
    const { seq, packed } = (await node.log.open(documentId))!.snapshot!;
    expect(packed!.length).toBeLessThan(LONG.length / 3);
    // Nobody has it open any more, so the next to come gets what is stored.
    await anna.close();
    await node.stop();
    node = await startNode(database, house);
    const raw = connectRaw(node.url, person("Eva Smets").cookie);
    const { reply, body } = await askToJoin(raw, documentId, { takesPacked: true });
    expect(reply).toMatchObject({ packed: true });
    expect(body!.length).toBeLessThan(LONG.length / 3);
    raw.disconnect();
    const bram = connect(person("Bram Claes"), { url: node.url }).openDocument(documentId);
    const coen = connect(person("Coen Maes"), { url: node.url }).openDocument(documentId);
    await Promise.all([bram.synced, coen.synced]);
    type(coen, "Slot.");
    await until(() => textOf(bram).endsWith("Slot."));
    expect(textOf(bram)).toBe(`Begin. ${LONG}Slot.`);
    expect((await node.log.open(documentId))!.snapshot!.seq).toBe(seq);
  });

  test("comes in pieces when it is very long, and says how far it is", async () => {
    const anna = await open(person("Anna Peeters"));
    // Nothing to pack: letters without a pattern.
    const noise = randomBytes(600_000).toString("base64");
    type(anna, noise);
    await until(() => anna.status === "saved", "the long text is saved", 20_000);
    const bram = connect(person("Bram Claes")).openDocument(documentId);
    const told: number[] = [];
    bram.onProgress((part) => told.push(part));
    type(anna, "Slot.");
    await bram.synced;
    expect(told.length).toBeGreaterThan(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(bram.progress).toBe(told.at(-1));
    await until(() => textOf(bram) === `Begin. ${noise}Slot.`);

    const { cookie } = person("Coen Maes");
    const socket = connectRaw(node.url, cookie);
    const more = (request: object) =>
      new Promise<unknown>((resolve) => void socket.emit("more", request as never, (reply) => resolve(reply)));
    const { reply } = await askToJoin(socket, documentId, { takesPieces: true });
    const { slot, bytes } = reply as Joined;
    expect(await more({ documentId, slot: slot + 1, from: 0 })).toMatchObject({ code: "NOT_FOUND" });
    expect(await more({ documentId, slot, from: bytes })).toMatchObject({ code: "NOT_FOUND" });
    expect(await more({ documentId, slot })).toMatchObject({ code: "BAD_MESSAGE" });
    expect(await more({ documentId, slot, from: bytes! - 1 })).toEqual({ ok: true });
    expect(await more({ documentId, slot, from: 0 })).toMatchObject({ code: "NOT_FOUND" });
    socket.disconnect();
  });

  test("is compared with what a client reads, over a megabyte too", async () => {
    const anna = await open(person("Anna Peeters"));
    type(anna, LONG);
    await until(() => anna.status === "saved", "the long text is saved");
    await compactDocument(node.log, documentId);
    const { cookie } = person("Dirk Aerts");
    const socket = connectRaw(node.url, cookie);
    const { reply, body } = await askToJoin(socket, documentId, { takesPacked: true });
    expect(reply).toMatchObject({ ok: true });
    expect(body!.length).toBeGreaterThan(0);
    const check = (hash: string) =>
      new Promise<[unknown, Uint8Array | undefined]>((resolve) => {
        socket.emit("check", { documentId, received: 0, hash }, (checked, truth) => resolve([checked, truth]));
      });
    expect((await check(contentHash(anna.doc)))[0]).toMatchObject({ ok: true, same: true });
    const [checked, truth] = await check("0".repeat(32));
    expect(checked).toMatchObject({ ok: true, same: false });
    const healed = new Y.Doc();
    Y.applyUpdate(healed, new Uint8Array(truth!));
    expect(textOf({ doc: healed } as LiveDocument)).toBe(`Begin. ${LONG}`);
    expect(house.lines.join()).toContain("a client read something else than the log says");
    socket.disconnect();
  });
});

test("what a damaged row takes away comes back from its author's own copy", async () => {
  const anna = await open(person("Anna Peeters"));
  type(anna, "Een. ");
  await until(() => anna.status === "saved");
  const [row] = await database.sql`select last_seq from documents where id = ${documentId}`;
  type(anna, "Twee. ");
  await until(() => anna.status === "saved");
  network.cut();
  await node.stop();
  await database.sql`
    update document_updates set entries = '\\xff'::bytea
    where document_id = ${documentId} and seq = ${row!.last_seq as string}`;
  node = await startNode(database, house);
  const bram = connect(person("Bram Claes"), { url: node.url }).openDocument(documentId);
  await bram.synced;
  expect(textOf(bram)).toBe("Begin. ");
  network.restore(node.url);
  await until(() => anna.status === "saved", "Anna is back", 10_000);
  type(anna, "Drie. ");
  await until(
    () => anna.acknowledged.pending === 0 && textOf(bram) === "Begin. Een. Twee. Drie. ",
    "it is back",
    10_000,
  );
});

test("a page from before a newer protocol keeps what is typed, and asks to be loaded anew", async () => {
  const anna = person("Anna Peeters");
  const device = memoryDevice();
  const before = connect(anna, { storage: device });
  await before.openDocument(documentId).synced;
  await before.close();

  const http = createServer();
  const newer = new Server(http, { path: LIVE_PATH, parser: liveParser, transports: ["websocket"] });
  const refusal = { data: { code: "PROTOCOL_TOO_OLD", retry: false } };
  newer.use((_socket, next) => next(Object.assign(new Error("PROTOCOL_TOO_OLD"), refusal)));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const connection = connect(anna, { storage: device, url });
    const opened = connection.openDocument(documentId);
    await opened.ready;
    type(opened, "net nog getypt");
    await until(() => connection.status === "outdated");
    expect(opened.reload).toBe(true);
    expect(opened.rights?.write).toBe(false);
    await until(() => opened.status === "saved-on-device");
  } finally {
    await newer.close();
  }
});

describe("two tabs of one person on one device", () => {
  test("send what a tab left that died before the server had it", async () => {
    const anna = person("Anna Peeters");
    const device = memoryDevice();
    const first = connect(anna, { storage: device });
    const opened = first.openDocument(documentId);
    await opened.synced;
    network.cut();
    await until(() => opened.status === "connecting");
    type(opened, "in een tab die sterft ");
    await until(() => opened.status === "saved-on-device");
    await first.close();
    const second = connect(anna, { storage: device }).openDocument(documentId);
    await second.ready;
    expect(textOf(second)).toBe("Begin. in een tab die sterft ");
    expect(second.status).toBe("saved-on-device");
    network.restore();
    await until(() => second.status === "saved");
    expect(await storedText()).toBe("Begin. in een tab die sterft ");
  });

  test("send what one of them left that died while the other stayed open (T88)", async () => {
    const anna = person("Anna Peeters");
    const device = memoryDevice();
    const dying = connect(anna, { storage: device });
    const [left, stays] = [dying.openDocument(documentId), await open(anna, { storage: device })];
    await left.synced;
    network.cut();
    await until(() => left.status === "connecting" && stays.status === "connecting");
    type(left, "van de ene ");
    type(stays, "van de andere ");
    await until(() => left.status === "saved-on-device" && stays.status === "saved-on-device");
    await dying.close();
    network.restore();
    await until(() => textOf(stays).includes("van de ene ") && stays.status === "saved");
    const stored = await storedText();
    for (const words of ["van de ene ", "van de andere "]) expect(stored.split(words)).toHaveLength(2);
    expect(stored).toBe(textOf(stays));
  });

  test("may both build on what neither has sent yet", async () => {
    const anna = person("Anna Peeters");
    const device = memoryDevice();
    const first = await open(anna, { storage: device });
    network.cut();
    await until(() => first.status === "connecting");
    type(first, "eerste ");
    await until(() => first.status === "saved-on-device");
    // The first tab stays away; the second has to bring what the first one wrote too.
    const second = connect(anna, { storage: device, url: node.url }).openDocument(documentId);
    await second.ready;
    type(second, "tweede ");
    await until(() => second.status === "saved", "the second tab is saved");
    expect(await storedText()).toBe("Begin. eerste tweede ");
    network.restore();
    await until(() => first.status === "saved", "the first tab is saved");
    await until(() => textOf(first) === textOf(second));
    expect(await storedText()).toBe("Begin. eerste tweede ");
  });

  test("do not send again what the server has, although its answer got lost", async () => {
    const anna = person("Anna Peeters");
    const device = memoryDevice();
    const first = await open(anna, { storage: { ...device, open: (...args) => deaf(device.open(...args)) } });
    type(first, "eenmaal ");
    await until(() => first.status === "saved");
    await connections[0]!.close();
    const second = await open(anna, { storage: device });
    await until(() => second.status === "saved");
    expect(await storedText()).toBe("Begin. eenmaal ");
  });
});

/** A device that dies before it hears of acknowledgements. */
function deaf(copy: ReturnType<ReturnType<typeof memoryDevice>["open"]>) {
  copy.settle = async () => {};
  return copy;
}

describe("rights", () => {
  test("a reader sees the text come, and nothing of theirs is sent", async () => {
    const celine = await open(person("Céline Maes", MAY_READ));
    const anna = await open(person("Anna Peeters"));
    type(anna, "lees mee");
    await until(() => textOf(celine) === "Begin. lees mee");
    type(celine, "van de lezer");
    expect(celine.status).toBe("read-only");
    expect(celine.acknowledged.pending).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await storedText()).toBe("Begin. lees mee");
  });

  test("losing the right to write shows what was not taken, to be copied", async () => {
    const bram = person("Bram Claes");
    const opened = await open(bram);
    house.delay = () => new Promise((resolve) => setTimeout(resolve, 50));
    house.allow(bram.personId, documentId, MAY_READ);
    const rechecked = node.realtime.recheck({ personId: bram.personId });
    type(opened, "te laat getypt");
    await rechecked;
    await until(() => opened.status === "not-saved");
    expect(opened.rights?.write).toBe(false);
    expect(opened.unsent()).toEqual({ code: "READ_ONLY", text: "te laat getypt" });
    expect(await storedText()).toBe("Begin. ");
    await opened.discard();
    await opened.close();
    const again = connections[0]!.openDocument(documentId);
    await again.synced;
    expect([again.status, textOf(again)]).toEqual(["read-only", "Begin. "]);
  });

  test("losing access wipes the copy", async () => {
    const bram = person("Bram Claes");
    const device = memoryDevice();
    const opened = await open(bram, { storage: device });
    type(opened, "nog van mij");
    await until(() => opened.status === "saved");
    house.allow(bram.personId, documentId, null);
    await node.realtime.recheck({ personId: bram.personId });
    await until(() => opened.status === "removed");
    const copy = device.open(documentId, "x", () => new Uint8Array());
    expect(await copy.load()).toEqual({ ...NO_NOTES, state: null, orphans: [] });
  });

  test("the end of the session keeps unsent edits for the next one", async () => {
    const anna = person("Anna Peeters");
    const device = memoryDevice();
    const connection = connect(anna, { storage: device });
    const opened = connection.openDocument(documentId);
    await opened.synced;
    let ended: SessionEnd | undefined;
    connection.onSessionEnded((end) => {
      ended = end;
    });
    house.sessions.delete(anna.sessionId);
    await node.realtime.recheck({ sessionId: anna.sessionId });
    await until(() => ended !== undefined && connection.status === "signed-out");
    expect(ended).toEqual({ elsewhere: false, unsaved: "" });
    type(opened, "na het einde");
    await until(() => opened.status === "saved-on-device");
    await connection.close();
    const back = house.signIn("Anna Peeters");
    house.sessions.get(back.sessionId)!.personId = anna.personId;
    const again = await open({ ...back, personId: anna.personId }, { storage: device });
    await until(() => again.status === "saved");
    expect(await storedText()).toBe("Begin. na het einde");
  });
});

describe("presence", () => {
  test("shows the others under the name of their session, and not oneself", async () => {
    const anna = await open(person("Anna Peeters"));
    const bram = await open(person("Bram Claes"));
    bram.awareness.setLocalStateField("user", { name: "Anna Peeters" });
    const position = Y.createRelativePositionFromTypeIndex(bram.doc.getXmlFragment("content"), 0);
    bram.awareness.setLocalStateField("cursor", { anchor: position, head: position });
    const others = () => [...anna.awareness.getStates()].filter(([key]) => key !== anna.awareness.clientID);
    await until(() => others().some(([, state]) => state.cursor !== null));
    expect(others().map(([, state]) => state.user.name)).toEqual(["Bram Claes"]);
    await connections[1]!.close();
    await until(() => others().length === 0);
  });
});

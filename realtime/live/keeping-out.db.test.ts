import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { askToJoin, connectRaw, RawEditor, type RawSocket, refusalOf, until } from "./testing/raw-client.ts";
import { openLine, type RawLine, statusOfUpgrade } from "./testing/raw-line.ts";
import { House, MAY_ALL, MAY_READ, newDocument, ORIGIN, startNode, type TestNode } from "./testing/start-node.ts";

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
  node = await startNode(database, house, { limits: { authenticateMs: 300, closeGraceMs: 100 } });
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const socket of sockets) socket.disconnect();
  await node.stop();
});

function connect(cookie?: string, more: { origin?: string; protocol?: number } = {}): RawSocket {
  const socket = connectRaw(node.url, cookie, more);
  sockets.push(socket);
  return socket;
}

async function enter(name: string, rights = MAY_ALL) {
  const who = house.signIn(name);
  house.allow(who.personId, documentId, rights);
  const editor = await RawEditor.open(node.url, who.cookie, documentId);
  sockets.push(editor.socket);
  return Object.assign(editor, who);
}

const stored = async () =>
  (await database.sql`select person_ids from document_updates where document_id = ${documentId}`).map(
    (row) => row.person_ids as string[],
  );
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("at the door", () => {
  test.each([
    ["another site", "https://evil.example"],
    ["a sandboxed page", "null"],
    ["nowhere that it says", undefined],
    ["our name as a beginning", "http://leerlus.test.evil.example"],
    ["our name as an end", "http://xleerlus.test"],
    ["another scheme", "https://leerlus.test"],
    ["another port", "http://leerlus.test:8080"],
  ])("a handshake from %s is answered with 403 before any session is looked up (T27)", async (_where, origin) => {
    let asked = 0;
    house.delay = async () => void asked++;
    const { cookie } = house.signIn("Anna Peeters");
    const headers = { cookie, ...(origin !== undefined && { origin }) };
    expect(await statusOfUpgrade(node.url, headers)).toBe(403);
    for (const transport of ["polling", "websocket"])
      expect((await fetch(`${node.url}/live/?EIO=4&transport=${transport}`, { headers })).status).toBe(403);
    expect(asked).toBe(0);
  });

  test("the same handshake from our own page is let in, and polling is not served (T27)", async () => {
    const { cookie } = house.signIn("Anna Peeters");
    expect(await statusOfUpgrade(node.url, { cookie, origin: ORIGIN })).toBe(101);
    const polling = await fetch(`${node.url}/live/?EIO=4&transport=polling`, { headers: { cookie, origin: ORIGIN } });
    expect(polling.status).toBe(400);
  });

  test("nobody without a session comes in (T09)", async () => {
    expect(await refusalOf(connect())).toBe("SESSION_ENDED");
    expect(await refusalOf(connect("session=unknown"))).toBe("SESSION_ENDED");
    expect(await refusalOf(connect(`session=${"x".repeat(10_000)}`))).toBe("websocket error");
  });

  test("a client of another protocol version is told to reload", async () => {
    const { cookie } = house.signIn("Anna Peeters");
    expect(await refusalOf(connect(cookie, { protocol: 0 }))).toBe("PROTOCOL_TOO_OLD");
  });

  test("a session that cannot be looked up in time is refused, to be tried again", async () => {
    const { cookie } = house.signIn("Anna Peeters");
    house.delay = () => pause(2_000);
    const socket = connect(cookie);
    const data = new Promise((resolve) =>
      socket.on("connect_error", (error) => resolve((error as { data?: unknown }).data)),
    );
    expect(await data).toMatchObject({ code: "TEMPORARY", retry: true });
  });

  test("a line that never says who it is ends at the deadline, however much it sends (T09)", async () => {
    const patient = await startNode(database, house, {
      limits: { authenticateMs: 300, unauthenticatedPackets: 1_000, closeGraceMs: 100 },
    });
    const line = await openLine(patient.url);
    const chatter = setInterval(() => line.send("3"), 50);
    await line.closed;
    clearInterval(chatter);
    await patient.stop();
  });

  test.each([
    ["a large frame", (line: RawLine) => line.send("x".repeat(5_000))],
    ["an event", (line: RawLine) => line.send('42["leave",{}]')],
    ["a parade of frames", (line: RawLine) => void Array.from({ length: 10 }, () => line.send("3"))],
    ["something that is no packet at all", (line: RawLine) => line.send("4{}")],
  ])("%s ends a line that has not said who it is", async (_what, misbehave) => {
    const patient = await startNode(database, house, { limits: { authenticateMs: 20_000, closeGraceMs: 100 } });
    const line = await openLine(patient.url);
    misbehave(line);
    expect(await Promise.race([line.closed.then(() => "closed"), pause(2_000).then(() => "open")])).toBe("closed");
    await patient.stop();
  });
});

describe("a document of others", () => {
  test("is not there, exactly like one that does not exist (T03)", async () => {
    const gert = connect(house.signIn("Gert Wouters").cookie);
    const foreign = await askToJoin(gert, documentId);
    expect(foreign.reply).toEqual({ ok: false, code: "NOT_FOUND", retry: false });
    expect(await askToJoin(gert, randomUUID())).toEqual(foreign);
    expect(await askToJoin(gert, "no id at all")).toEqual(foreign);
  });

  test("takes no frames from somebody who is not in it", async () => {
    const gert = connect(house.signIn("Gert Wouters").cookie);
    await new Promise<void>((resolve) => gert.on("connect", () => resolve()));
    const refused = new Promise((resolve) => gert.on("refused", resolve));
    gert.emit("frame", Uint8Array.of(1, 1, 0, 0));
    expect(await refused).toMatchObject({ code: "BAD_MESSAGE" });
    expect(await stored()).toHaveLength(1);
  });

  test("answers a message that the protocol does not have, and counts it", async () => {
    const socket = connect(house.signIn("Gert Wouters").cookie);
    await new Promise<void>((resolve) => socket.on("connect", () => resolve()));
    const send = socket as unknown as { emit(name: string, ...sent: unknown[]): void };
    for (const name of ["purge", "toString", "__proto__"]) {
      const answer = new Promise((resolve) => send.emit(name, { documentId }, resolve));
      expect(await answer, name).toEqual({ ok: false, code: "BAD_MESSAGE", retry: false });
    }
    for (let index = 0; index < 20; index++) send.emit("purge");
    await until(() => !socket.connected);
  });

  test("that may be known but not read is forbidden", async () => {
    const { cookie, personId } = house.signIn("Gert Wouters");
    house.allow(personId, documentId, { ...MAY_ALL, read: false });
    expect((await askToJoin(connect(cookie), documentId)).reply).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("what a member sends", () => {
  test("is refused with an answer and not stored when the member may only read (T04)", async () => {
    const anna = await enter("Anna Peeters");
    const celine = await enter("Celine Maes", MAY_READ);
    celine.type("stiekem");
    await until(() => celine.refused.length === 1);
    expect(celine.refused).toEqual(["READ_ONLY"]);
    anna.type("open");
    await until(() => anna.savedUpTo === 1);
    await until(() => celine.text.includes("open"), "the reader reads on");
    expect(anna.text).toBe("Begin. open");
    expect(await stored()).toEqual([[], [anna.personId]]);
  });

  test("is refused under somebody else's client id, also after a restart (T11)", async () => {
    const anna = await enter("Anna Peeters");
    anna.type("van Anna");
    await until(() => anna.savedUpTo === 1);
    const other = await startNode(database, house);
    const mallory = house.signIn("Mallory Smets");
    house.allow(mallory.personId, documentId, MAY_ALL);
    const posing = await RawEditor.open(other.url, mallory.cookie, documentId);
    sockets.push(posing.socket);
    posing.doc.clientID = anna.doc.clientID;
    posing.type("van Mallory");
    await until(() => posing.refused.length === 1);
    expect(posing.refused).toEqual(["FOREIGN_CLIENT"]);
    expect((await askToJoin(posing.socket, documentId, { clientId: anna.doc.clientID })).reply).toMatchObject({
      clientIdLease: null,
    });
    anna.type("!");
    await until(() => anna.savedUpTo === 2);
    await other.stop();
  });

  test("is refused when it jumps ahead of its client id's clock (T15)", async () => {
    const anna = await enter("Anna Peeters");
    anna.autoSend = false;
    anna.type("een");
    const before = Y.encodeStateVector(anna.doc);
    anna.type("twee");
    anna.send(Y.encodeStateAsUpdate(anna.doc, before));
    await until(() => anna.refused.length === 1);
    expect(anna.refused).toEqual(["CLOCK_GAP"]);
    expect(await stored()).toHaveLength(1);
  });

  test("closes the socket and keeps the session out after twenty refusals that nobody honest earns (T10)", async () => {
    const mallory = await enter("Mallory Smets");
    for (let index = 0; index < 30; index++) mallory.send(Uint8Array.of(1, 255, 255, 255, 15, 7, 0), 1);
    await until(() => !mallory.socket.connected);
    expect(mallory.refused).toHaveLength(20);
    expect(mallory.told("ended")).toMatchObject({ code: "BLOCKED", retry: true });
    expect(await refusalOf(connect(mallory.cookie))).toBe("BLOCKED");
  });

  test("may bring five new client ids a minute, not more (T18)", async () => {
    const mallory = await enter("Mallory Smets");
    mallory.autoSend = false;
    for (let index = 0; index < 7; index++) {
      const doc = new Y.Doc();
      doc.getXmlFragment("content").insert(0, [new Y.XmlElement("paragraph")]);
      mallory.send(Y.encodeStateAsUpdate(doc));
    }
    await until(() => mallory.refused.length === 2);
    await until(() => mallory.savedUpTo === 5);
    expect(mallory.refused).toEqual(["TOO_MANY", "OUT_OF_ORDER"]);
  });

  test("may be no larger than the limit", async () => {
    const anna = await enter("Anna Peeters");
    anna.type("x".repeat(300_000));
    await until(() => anna.refused.length === 1);
    expect(anna.refused).toEqual(["TOO_BIG"]);
  });

  test("is cut off as a frame over a megabyte, without harm to others (T21)", async () => {
    const anna = await enter("Anna Peeters");
    const mallory = await enter("Mallory Smets");
    mallory.socket.emit("frame", new Uint8Array(1_100_000).fill(1));
    await until(() => !mallory.socket.connected);
    anna.type("verder");
    await until(() => anna.savedUpTo === 1);
  });
});

describe("losing access", () => {
  test("takes a removed member out of the document at once, and out of it only (T01)", async () => {
    const anna = await enter("Anna Peeters");
    const bram = await enter("Bram Claes");
    const elsewhere = await newDocument(database);
    house.allow(bram.personId, elsewhere, MAY_ALL);
    expect((await askToJoin(bram.socket, elsewhere)).reply.ok).toBe(true);
    house.allow(bram.personId, documentId, null);
    await node.realtime.recheck({ personId: bram.personId });
    const { received } = bram;
    anna.type("zonder Bram");
    bram.type("met Bram");
    await until(() => anna.savedUpTo === 1);
    await pause(50);
    expect(bram.told("removed")).toEqual({ documentId, code: "REMOVED", retry: false });
    expect(bram.received).toBe(received);
    expect(await stored()).toEqual([[], [anna.personId]]);
    expect((await askToJoin(bram.socket, documentId)).reply).toMatchObject({ code: "NOT_FOUND" });
    expect((await askToJoin(bram.socket, elsewhere)).reply.ok).toBe(true);
  });

  test("turns a demoted member into a reader who hears why (T06)", async () => {
    const bram = await enter("Bram Claes");
    house.allow(bram.personId, documentId, MAY_READ);
    await node.realtime.recheck({ documentId });
    bram.type("te laat");
    await until(() => bram.refused.length === 1);
    expect(bram.refused).toEqual(["READ_ONLY"]);
    expect(bram.told("rights")).toEqual({ documentId, rights: MAY_READ, code: "READ_ONLY" });
  });

  test("lets nothing in that was typed while the rights were being looked up", async () => {
    const bram = await enter("Bram Claes");
    house.delay = () => pause(100);
    house.allow(bram.personId, documentId, MAY_READ);
    const looking = node.realtime.recheck({ documentId });
    bram.type("tussendoor");
    await looking;
    await until(() => bram.refused.length === 1);
    expect(await stored()).toHaveLength(1);
  });

  test("counts rights that cannot be found out as lost, to be tried again", async () => {
    const bram = await enter("Bram Claes");
    house.delay = () => Promise.reject(new Error("no database"));
    await node.realtime.recheck({ documentId });
    await until(() => bram.told("removed") !== undefined);
    expect(bram.told("removed")).toMatchObject({ code: "TEMPORARY", retry: true });
  });

  test("catches a removal that falls between the look at the rights and the seat", async () => {
    const { cookie, personId } = house.signIn("Bram Claes");
    house.allow(personId, documentId, MAY_ALL);
    const socket = connect(cookie);
    await new Promise<void>((resolve) => socket.on("connect", () => resolve()));
    let looks = 0;
    house.delay = async () => {
      if (++looks === 1) await pause(100);
    };
    const joining = askToJoin(socket, documentId);
    await until(() => looks === 1);
    house.allow(personId, documentId, null);
    await node.realtime.recheck({ documentId });
    expect((await joining).reply).toMatchObject({ ok: false, code: "NOT_FOUND" });
  });

  test("catches a removal that falls while the document is being loaded", async () => {
    let load = () => {};
    const loading = new Promise<void>((resolve) => {
      load = resolve;
    });
    let begun = false;
    const slow = await startNode(database, house, {
      wrap: (log) => ({
        ...log,
        open: async (id) => {
          begun = true;
          await loading;
          return log.open(id);
        },
      }),
    });
    const { cookie, personId } = house.signIn("Bram Claes");
    house.allow(personId, documentId, MAY_ALL);
    const socket = connectRaw(slow.url, cookie);
    sockets.push(socket);
    const joining = askToJoin(socket, documentId);
    await until(() => begun);
    house.allow(personId, documentId, null);
    await slow.realtime.recheck({ documentId });
    load();
    expect((await joining).reply).toMatchObject({ ok: false, code: "NOT_FOUND" });
    await slow.stop();
  });

  test("closes the socket of a session that was ended (T07)", async () => {
    const bram = await enter("Bram Claes");
    const anna = await enter("Anna Peeters");
    house.sessions.delete(bram.sessionId);
    await node.realtime.recheck({ sessionId: bram.sessionId });
    await until(() => !bram.socket.connected);
    expect(bram.told("ended")).toEqual({ code: "SESSION_ENDED", retry: false });
    expect(anna.socket.connected).toBe(true);
  });

  test("closes the socket when its session's time is over", async () => {
    const bram = house.signIn("Bram Claes");
    house.sessions.get(bram.sessionId)!.expiresAt = new Date(Date.now() + 300);
    const socket = connect(bram.cookie);
    const ended = new Promise((resolve) => socket.on("ended", resolve));
    setTimeout(() => house.sessions.delete(bram.sessionId), 100);
    expect(await ended).toMatchObject({ code: "SESSION_ENDED" });
  });

  test("goes on when the session was prolonged meanwhile", async () => {
    const bram = house.signIn("Bram Claes");
    const first = house.sessions.get(bram.sessionId)!;
    house.sessions.set(bram.sessionId, { ...first, expiresAt: new Date(Date.now() + 150) });
    const socket = connect(bram.cookie);
    await new Promise<void>((resolve) => socket.on("connect", () => resolve()));
    house.sessions.set(bram.sessionId, first);
    await pause(300);
    expect(socket.connected).toBe(true);
  });
});

describe("presence", () => {
  test("shows name and colour from the session, whatever a client claims (T24)", async () => {
    const anna = await enter("Anna Peeters");
    const mallory = await enter("Mallory Smets");
    const position = { type: null, tname: "content", item: null, assoc: 0 };
    mallory.point({
      cursor: { anchor: position, head: position },
      user: { id: anna.personId, name: "Dirk (projectleider)" },
    });
    const shown = () =>
      anna.awareness.getStates().get(mallory.joined.presenceId) as {
        user: { name: string; id: string };
        cursor: unknown;
      };
    await until(() => shown()?.cursor !== null && shown() !== undefined);
    expect(shown()).toMatchObject({
      user: { id: mallory.personId, name: "Mallory Smets" },
      cursor: { anchor: position },
    });
  });

  test("of somebody who leaves is gone", async () => {
    const anna = await enter("Anna Peeters");
    const bram = await enter("Bram Claes");
    await until(() => anna.awareness.getStates().has(bram.joined.presenceId));
    bram.socket.disconnect();
    await until(() => !anna.awareness.getStates().has(bram.joined.presenceId));
  });

  test("is a right of its own", async () => {
    const anna = await enter("Anna Peeters");
    const celine = await enter("Celine Maes", { ...MAY_READ, presence: false });
    const bram = await enter("Bram Claes");
    await until(() => anna.awareness.getStates().has(bram.joined.presenceId));
    await pause(100);
    expect(anna.awareness.getStates().has(celine.joined.presenceId)).toBe(false);
    expect(celine.awareness.getStates().size).toBe(0);
  });

  test("cannot be flooded or made up of anything but a cursor (T25)", async () => {
    const anna = await enter("Anna Peeters");
    const mallory = await enter("Mallory Smets");
    mallory.point({ cursor: { anchor: { tname: "other" }, head: { tname: "other" } } });
    mallory.point({ cursor: null, extra: "x".repeat(5_000) });
    let changes = 0;
    anna.awareness.on("change", () => changes++);
    for (let index = 0; index < 200; index++) mallory.point({ cursor: null, extra: index });
    await pause(300);
    expect(changes).toBeLessThan(10);
    expect(JSON.stringify([...anna.awareness.getStates()])).not.toContain("extra");
  });
});

describe("notices", () => {
  test("reach those who may watch a topic, as keys, until they may not", async () => {
    const anna = house.signIn("Anna Peeters");
    const gert = house.signIn("Gert Wouters");
    house.topics.add(`${anna.personId} cycle:1`);
    const [watching, other] = [connect(anna.cookie), connect(gert.cookie)];
    const heard: unknown[] = [];
    for (const socket of [watching, other]) socket.on("notice", (notice) => heard.push(notice));
    const watch = (socket: RawSocket) =>
      new Promise((resolve) => socket.emit("watch", { topics: ["cycle:1"] }, (reply) => resolve(reply)));
    expect(await watch(watching)).toEqual({ ok: true, refused: [] });
    expect(await watch(other)).toEqual({ ok: true, refused: ["cycle:1"] });
    node.realtime.publish(["cycle:1", "team:1"], [["cycle", "1"]]);
    await until(() => heard.length > 0);
    house.topics.clear();
    const lost = new Promise((resolve) => watching.on("unwatched", resolve));
    await node.realtime.recheck({ personId: anna.personId });
    expect(await lost).toEqual({ topics: ["cycle:1"] });
    node.realtime.publish(["cycle:1"], [["cycle", "1"]]);
    await pause(50);
    expect(heard).toEqual([{ keys: [["cycle", "1"]] }]);
  });
});

test("an older client reads on, and writes no more once a newer one is in the document (T86)", async () => {
  const newer = await startNode(database, house, { schemaVersion: 2 });
  const [anna, bram] = [house.signIn("Anna Peeters"), house.signIn("Bram Claes")];
  for (const { personId } of [anna, bram]) house.allow(personId, documentId, MAY_ALL);
  const old = await RawEditor.open(newer.url, bram.cookie, documentId);
  expect(old.joined).toMatchObject({ reload: true, rights: { write: true } });
  const fresh = await RawEditor.open(newer.url, anna.cookie, documentId);
  await fresh.join(2);
  fresh.type("nieuw");
  await until(() => old.text === "Begin. nieuw");
  old.type("oud");
  await until(() => old.refused.length === 1);
  expect(old.refused).toEqual(["SCHEMA_TOO_OLD"]);
  expect(old.told("rights")).toMatchObject({ code: "SCHEMA_TOO_OLD", rights: { write: false } });
  sockets.push(old.socket, fresh.socket);
  await newer.stop();
});

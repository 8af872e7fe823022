import { isDeepStrictEqual } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import { noteRightsChanges, type RightsChange } from "#db/rights/changes.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { redisBus } from "../bus/redis.ts";
import { hasRedis, type RunningRedis, startRedis } from "../bus/testing/start-redis.ts";
import { type Bus, compactDocument, MemoryHub } from "../index.ts";
import type { Limits } from "../wire/limits.ts";
import { connectRaw, RawEditor, refusalOf, until } from "./testing/raw-client.ts";
import { statusOfUpgrade } from "./testing/raw-line.ts";
import { House, MAY_ALL, MAY_READ, newDocument, ORIGIN, startNode, type TestNode } from "./testing/start-node.ts";

let database: TestDatabase;
let redis: RunningRedis | undefined;
let house: House;
let nodes: TestNode[];
let editors: RawEditor[];
let documentId: string;

beforeAll(async () => {
  database = await testDatabase();
  if (hasRedis()) redis = await startRedis();
});
afterAll(async () => {
  await redis?.stop();
  await database.close();
});
beforeEach(async () => {
  house = new House();
  nodes = [];
  editors = [];
  documentId = await newDocument(database, "Begin. ");
});
afterEach(async () => {
  for (const editor of editors) editor.close();
  for (const node of nodes) await node.stop();
});

async function startNodes(connect: () => Bus, limits = {}): Promise<void> {
  nodes = [
    await startNode(database, house, { bus: connect(), limits }),
    await startNode(database, house, { bus: connect(), limits }),
  ];
}

async function enter(node: TestNode, name: string) {
  const who = house.signIn(name);
  house.allow(who.personId, documentId, MAY_ALL);
  const editor = await RawEditor.open(node.url, who.cookie, documentId);
  editors.push(editor);
  return Object.assign(editor, { cookie: who.cookie, personId: who.personId, signedInBy: who.sessionId });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Everybody types letters of their own for a while; returns how many each typed. */
async function typeTogether(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const [index, editor] of editors.entries()) editor.type("abcdef"[index]!);
    await pause(Math.random() * 4);
  }
}

async function expectAllEqual(rounds: number): Promise<void> {
  await until(() => editors.every(({ savedUpTo }) => savedUpTo === rounds), "all is acknowledged", 15_000);
  await until(() => editors.every(({ text }) => text === editors[0]!.text), "all texts are equal", 15_000);
  const text = editors[0]!.text;
  for (const index of editors.keys()) {
    const letter = "abcdef"[index]!;
    expect([letter, text.split(letter).length - 1]).toEqual([letter, rounds + "Begin. ".split(letter).length - 1]);
  }
  const stored = new Y.Doc();
  Y.applyUpdate(stored, (await nodes[0]!.realtime.readDocument(documentId))!.update);
  expect((stored.getXmlFragment("content").get(0) as Y.XmlElement).get(0).toString()).toBe(text);
  expect(editors.flatMap(({ refused }) => refused)).toEqual([]);
}

const hub = () => new MemoryHub();
const buses: [string, () => () => Bus][] = [
  [
    "in memory",
    () => {
      const one = hub();
      return () => one.connect();
    },
  ],
  [
    "that drops every hint",
    () => {
      const one = hub();
      return () => deaf(one.connect(), () => true);
    },
  ],
  [
    "that drops, doubles and delays",
    () => {
      const one = hub();
      return () => unreliable(one.connect());
    },
  ],
];
if (hasRedis()) buses.push(["through Redis", () => () => redisBus(redis!.url, { info() {}, warn() {}, error() {} })]);

describe.each(buses)("two nodes on a bus %s", (name, bus) => {
  test("take the same document's edits at the same time and lose, double and refuse nothing", async () => {
    await startNodes(bus(), { pollMs: name.includes("drops") ? 200 : 4_000 });
    for (const [index, person] of ["Anna", "Bram", "Celine", "Dirk"].entries()) await enter(nodes[index % 2]!, person);
    await typeTogether(40);
    await expectAllEqual(40);
    const seqs = await database.sql`select seq from document_updates where document_id = ${documentId} order by seq`;
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(seqs.map((_, index) => index + 1));
  });
});

test("a node that missed rows which were compacted meanwhile reads on from the snapshot", async () => {
  const one = new MemoryHub();
  await startNodes(() => deaf(one.connect(), () => true), { pollMs: 100_000 });
  const anna = await enter(nodes[0]!, "Anna");
  const bram = await enter(nodes[1]!, "Bram");
  for (let index = 0; index < 10; index++) anna.type("x");
  await until(() => anna.savedUpTo === 10);
  expect(await compactDocument(nodes[0]!.log, documentId)).toMatchObject({ outcome: "compacted" });
  expect(bram.text).toBe("Begin. ");
  bram.type("y");
  await until(() => bram.savedUpTo === 1 && bram.text.length === 18, "the missed rows arrive");
  const late = await enter(nodes[0]!, "Celine");
  expect(late.text).toBe(bram.text);
});

test("what a tab on one node saved is not stored again from a tab on a node that missed it", async () => {
  const one = new MemoryHub();
  await startNodes(() => deaf(one.connect(), () => true), { pollMs: 100_000 });
  const first = await enter(nodes[0]!, "Anna");
  const second = await RawEditor.open(nodes[1]!.url, first.cookie, documentId, first.sessionId);
  editors.push(second);
  let sent!: Uint8Array;
  first.doc.once("update", (update: Uint8Array) => {
    sent = update;
  });
  first.type("eenmaal");
  await until(() => first.savedUpTo === 1);
  await compactDocument(nodes[0]!.log, documentId);
  second.send(sent);
  await until(() => second.savedUpTo === 1 && second.text === first.text);
  expect(second.refused).toEqual([]);
  expect((await database.sql`select 1 from document_updates where document_id = ${documentId}`).length).toBe(0);
});

test("compaction on both nodes at once, while people type, loses nothing", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect(), { compactAfterRows: 5 });
  for (const [index, person] of ["Anna", "Bram"].entries()) await enter(nodes[index]!, person);
  const compacting = (async () => {
    for (let round = 0; round < 30; round++)
      await Promise.all(nodes.map(({ log }) => compactDocument(log, documentId)));
  })();
  await typeTogether(40);
  await compacting;
  await expectAllEqual(40);
});

test("many documents written from two nodes at once never wait for each other in a circle", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect());
  const ids = await Promise.all(Array.from({ length: 12 }, () => newDocument(database)));
  const writers: RawEditor[] = [];
  for (const [index, id] of [...ids, ...ids.reverse()].entries()) {
    const { cookie, personId } = house.signIn(`Person ${index}`);
    house.allow(personId, id, MAY_ALL);
    writers.push(await RawEditor.open(nodes[index < 12 ? 0 : 1]!.url, cookie, id));
  }
  editors.push(...writers);
  for (let round = 0; round < 20; round++) {
    for (const writer of writers) writer.type("z");
    await pause(3);
  }
  await until(() => writers.every(({ savedUpTo }) => savedUpTo === 20), "all is acknowledged", 15_000);
  expect(house.lines.filter((line) => line.includes("did not take"))).toEqual([]);
}, 40_000);

test("a removal is heard on the other node", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect());
  const bram = await enter(nodes[1]!, "Bram");
  house.allow(bram.personId, documentId, null);
  await nodes[0]!.realtime.recheck({ personId: bram.personId });
  await until(() => bram.told("removed") !== undefined);
  expect(bram.told("removed")).toMatchObject({ code: "REMOVED" });
});

describe("rights that changed on another node, while the bus brings nothing (T01, T81)", () => {
  const changed = (...changes: RightsChange[]) => database.db.transaction((tx) => noteRightsChanges(tx, changes));
  const startDeaf = async (limits: Partial<Limits>) => {
    const one = new MemoryHub();
    await startNodes(() => deaf(one.connect(), () => true), limits);
  };
  const words = async () => (await nodes[0]!.realtime.readDocumentText(documentId))!;

  test.each([
    ["one", 0],
    ["many at once", 60],
  ])("are found by looking, %s", async (_howMany, others) => {
    await startDeaf({ pollMs: 200 });
    const bram = await enter(nodes[1]!, "Bram");
    house.allow(bram.personId, documentId, null);
    await changed(...Array.from({ length: others }, () => ({ documentId })), { personId: bram.personId });
    await until(() => bram.told("removed") !== undefined);
  });

  test.each([
    ["who was removed", null, "removed"],
    ["who was made a reader", MAY_READ, "rights"],
  ] as const)("keep every later word of %s out of the log, before anybody looks", async (_who, left, message) => {
    await startDeaf({ pollMs: 600_000 });
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    house.allow(bram.personId, documentId, left);
    await changed({ personId: bram.personId });
    bram.type("te laat");
    anna.type("op tijd");
    await until(() => bram.told(message) !== undefined && anna.savedUpTo === 1);
    expect(JSON.stringify(await words())).toContain("op tijd");
    expect(JSON.stringify(await words())).not.toContain("te laat");
    expect(bram.savedUpTo).toBe(0);
  });

  test("keep the words of a session that ended for the next one", async () => {
    await startDeaf({ pollMs: 600_000 });
    const bram = await enter(nodes[1]!, "Bram");
    house.sessions.delete(bram.signedInBy);
    await changed({ personId: bram.personId, sessionId: bram.signedInBy });
    bram.type("te laat");
    await until(() => bram.told("ended") !== undefined);
    expect(bram.told("ended")).toMatchObject({ code: "SESSION_ENDED" });
    expect(JSON.stringify(await words())).not.toContain("te laat");
  });

  /** Everything that was on its way is in the log, or never will be. */
  const settled = async (anna: RawEditor) => {
    await pause(300);
    anna.type("op tijd");
    await until(() => anna.savedUpTo === anna.sequence);
    return JSON.stringify(await words());
  };

  test.each([
    ["leaves the document", null, async (bram: RawEditor) => void bram.socket.emit("leave", { documentId })],
    ["closes the line", null, async (bram: RawEditor) => void bram.socket.disconnect()],
    ["comes in again, as a reader", MAY_READ, (bram: RawEditor) => bram.join()],
  ])("keep out the word of who %s right behind it", async (_what, left, go) => {
    await startDeaf({ pollMs: 600_000, commitGapMs: 50, commitGapPerSocketMs: 50 });
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    anna.type("eerst ");
    await until(() => anna.savedUpTo === 1);
    house.allow(bram.personId, documentId, left);
    await changed({ personId: bram.personId });
    // The next append waits until a while after the one before: his word has time to come in, and he to go.
    anna.type("x");
    await pause(10);
    bram.type("te laat");
    await pause(10);
    await go(bram);
    expect(await settled(anna)).not.toContain("te laat");
  });

  test("are told to who may still write and has come in again, to send it once more", async () => {
    await startDeaf({ pollMs: 600_000, commitGapMs: 50, commitGapPerSocketMs: 50 });
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    anna.type("eerst ");
    await until(() => anna.savedUpTo === 1);
    await changed({ personId: bram.personId });
    anna.type("x");
    await pause(10);
    bram.type("nog eens");
    await pause(10);
    await bram.join();
    await until(() => bram.refused.length === 1);
    expect(bram.refused).toEqual(["TEMPORARY"]);
  });

  test("keep out the word of who was put out by the bus while it was in an append", async () => {
    const one = new MemoryHub();
    let answered = () => {};
    const heard = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const slow = (log: DocumentLog): DocumentLog => ({
      ...log,
      append: (rows, since) => log.append(rows, since).finally(() => heard),
    });
    nodes = [
      await startNode(database, house, { bus: one.connect() }),
      await startNode(database, house, { bus: one.connect(), limits: { pollMs: 600_000 }, wrap: slow }),
    ];
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    house.allow(bram.personId, documentId, null);
    await changed({ personId: bram.personId });
    bram.type("te laat");
    await pause(50);
    await nodes[0]!.realtime.recheck({ personId: bram.personId });
    await until(() => bram.told("removed") !== undefined);
    answered();
    expect(await settled(anna)).not.toContain("te laat");
  });

  /** Anna and Bram on one node, and a word of Bram's in an append that never arrives, which is known once it `breaks`. */
  const inBrokenAppend = async () => {
    let broken: Promise<void> | null = null;
    let breaks = () => {};
    const failing = (log: DocumentLog): DocumentLog => ({
      ...log,
      async append(rows, since) {
        if (broken === null) return log.append(rows, since);
        await broken;
        broken = null;
        throw new Error("the line to the database broke");
      },
    });
    const node = await startNode(database, house, { limits: { pollMs: 50 }, wrap: failing });
    nodes = [node];
    const [anna, bram] = [await enter(node, "Anna"), await enter(node, "Bram")];
    broken = new Promise((resolve) => {
      breaks = resolve;
    });
    bram.type("te laat");
    await pause(50);
    return { anna, bram, breaks };
  };

  test("keep out the word that was in an append which failed, and was heard of meanwhile", async () => {
    const { anna, bram, breaks } = await inBrokenAppend();
    house.allow(bram.personId, documentId, null);
    await changed({ personId: bram.personId });
    await until(() => bram.told("removed") !== undefined);
    breaks();
    expect(await settled(anna)).not.toContain("te laat");
  });

  test("and came back while a word was in an append let it be tried again, and take nothing away", async () => {
    const { bram, breaks } = await inBrokenAppend();
    for (const rights of [MAY_READ, MAY_ALL]) {
      house.allow(bram.personId, documentId, rights);
      await changed({ personId: bram.personId });
      await until(() => bram.messages.some(({ message }) => isDeepStrictEqual(message.rights, rights)));
    }
    breaks();
    await until(() => bram.refused.length > 0);
    expect(bram.refused).toEqual(["TEMPORARY"]);
  });

  test("keep out the word of who nobody can look up", async () => {
    await startDeaf({ pollMs: 600_000 });
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    house.sessions.delete(bram.signedInBy);
    await changed({ personId: bram.personId });
    house.delay = () => Promise.reject(new Error("no answer"));
    bram.type("te laat");
    await until(() => bram.told("ended") !== undefined);
    house.delay = async () => {};
    expect(await settled(anna)).not.toContain("te laat");
  });

  test("are asked for once more by who comes in while they are read", async () => {
    await startDeaf({ pollMs: 50 });
    const anna = await enter(nodes[1]!, "Anna");
    const { cookie, personId, sessionId } = house.signIn("Bram");
    house.allow(personId, documentId, MAY_ALL);
    let ended = false;
    house.delay = async () => {
      if (ended) return void house.sessions.delete(sessionId);
      ended = true;
      await changed({ personId, sessionId });
      // Long enough for the node to read it.
      await pause(300);
    };
    const socket = connectRaw(nodes[1]!.url, cookie);
    expect(await refusalOf(socket)).toBe("SESSION_ENDED");
    socket.disconnect();
    house.delay = async () => {};
    anna.type("verder");
    await until(() => anna.savedUpTo === 1);
  });

  test("that take long to look up are told of like a log that does not answer", async () => {
    await startDeaf({ pollMs: 600_000, unansweredAfterMs: 100 });
    const [anna, bram] = [await enter(nodes[1]!, "Anna"), await enter(nodes[1]!, "Bram")];
    await changed({ personId: bram.personId });
    house.delay = () => pause(400);
    bram.type("even geduld");
    await until(() => anna.told("stalled") !== undefined);
    expect(anna.told("stalled")).toEqual({ stalled: true });
    await until(() => bram.savedUpTo === 1);
    expect(bram.refused).toEqual([]);
  });

  test("do not hold up those whose documents they are not about, nor those who keep theirs", async () => {
    await startDeaf({ pollMs: 600_000 });
    const anna = await enter(nodes[1]!, "Anna");
    await changed({ documentId }, { personId: anna.personId }, { documentId: await newDocument(database) });
    anna.type("verder");
    await until(() => anna.savedUpTo === 1);
    expect(anna.refused).toEqual([]);
  });

  test("wait, and nothing with them is saved, while nobody can tell what is left", async () => {
    await startDeaf({ pollMs: 600_000 });
    const bram = await enter(nodes[1]!, "Bram");
    await changed({ documentId });
    house.delay = () => Promise.reject(new Error("no answer"));
    bram.type("nog niet");
    await until(() => bram.told("removed") !== undefined);
    expect(bram.told("removed")).toMatchObject({ code: "TEMPORARY" });
    expect(JSON.stringify(await words())).not.toContain("nog niet");
  });
});

test("people on two nodes see each other, and a killed node leaves no ghosts (T26)", async () => {
  const one = new MemoryHub();
  let dead = false;
  await startNodes(() => deaf(one.connect(), () => dead), { presenceRefreshMs: 100, presenceExpiryMs: 300 });
  const anna = await enter(nodes[0]!, "Anna");
  const bram = await enter(nodes[1]!, "Bram");
  const sees = (who: RawEditor, other: RawEditor) => who.awareness.getStates().has(other.joined.presenceId);
  await until(() => sees(anna, bram) && sees(bram, anna));
  await pause(500);
  expect(sees(anna, bram)).toBe(true);
  dead = true;
  await until(() => !sees(anna, bram), "the ghost is gone");
});

test("a notice reaches those who watch on the other node", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect());
  const anna = await enter(nodes[1]!, "Anna");
  house.topics.add(`${anna.personId} cycle:1`);
  await new Promise((resolve) => anna.socket.emit("watch", { topics: ["cycle:1"] }, resolve));
  nodes[0]!.realtime.publish(["cycle:1"], [["cycle", "1"]]);
  await until(() => anna.told("notice") !== undefined);
});

test("a node that drains sends people away, stores everything and closes", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect());
  const anna = await enter(nodes[0]!, "Anna");
  for (let index = 0; index < 20; index++) anna.type("x");
  // Behind the letters on the same line: once this is answered, all of them were taken.
  await new Promise((answered) => anna.socket.emit("watch", { topics: [] }, answered));
  await nodes[0]!.realtime.drain();
  await until(() => !anna.socket.connected);
  expect(anna.told("draining")).toEqual({ withinMs: 2_000 });
  expect(anna.refused).toEqual([]);
  expect(anna.savedUpTo).toBe(anna.sequence);
});

test("who has not gone to another node yet writes on while theirs is left, and nobody comes in", async () => {
  const one = new MemoryHub();
  await startNodes(() => one.connect());
  const anna = await enter(nodes[0]!, "Anna");
  const left = nodes[0]!.realtime.leave();
  await until(() => anna.told("draining") !== undefined);
  anna.type("nog even");
  await until(() => anna.savedUpTo === anna.sequence);
  expect(await statusOfUpgrade(nodes[0]!.url, { cookie: anna.cookie, origin: ORIGIN })).toBe(503);
  expect(anna.socket.connected).toBe(true);
  anna.socket.disconnect();
  await left;
});

/** Loses what it should bring, as long as `lost` says so. */
function deaf(bus: Bus, lost: () => boolean): Bus {
  return {
    alone: bus.alone,
    publish: (message) => {
      if (!lost()) bus.publish(message);
    },
    subscribe: (listener) =>
      bus.subscribe((message) => {
        if (!lost()) listener(message);
      }),
    close: () => bus.close(),
  };
}

function unreliable(bus: Bus): Bus {
  return {
    ...deaf(bus, () => Math.random() < 0.3),
    subscribe: (listener) =>
      bus.subscribe((message) => {
        for (let times = Math.random() < 0.3 ? 2 : 1; times > 0; times--)
          setTimeout(() => listener(message), Math.random() * 50);
      }),
  };
}

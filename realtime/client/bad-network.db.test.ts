import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { randomFrom } from "../documents/gate/testing/random-document.ts";
import { until } from "../live/testing/raw-client.ts";
import { House, MAY_ALL, newDocument, ORIGIN, startNode, type TestNode } from "../live/testing/start-node.ts";
import { connectLive, type LiveConnection, type LiveDocument, memoryDevice } from "./index.ts";
import { Network } from "./testing/network.ts";

/** Set LIVE_FUZZ to run longer; the seed of a failure is in its message. */
const SEEDS = Number(process.env.LIVE_FUZZ ?? 4);
const FIRST_SEED = Math.floor(Math.random() * 2 ** 31);

let database: TestDatabase;
let house: House;
let node: TestNode;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = new House();
  // Pings fast enough to notice a silent line within the patience of a test.
  node = await startNode(database, house, { limits: { pingIntervalMs: 150, pingTimeoutMs: 150 } });
  network = await Network.to(node.url);
});
afterEach(async () => {
  await network.close();
  await node.stop();
});

const textIn = (doc: Y.Doc) => (doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** Somebody in a document, and what stands in it according to the node. */
async function anna() {
  const { cookie, personId } = house.signIn("Anna Peeters");
  const documentId = await newDocument(database, "");
  house.allow(personId, documentId, MAY_ALL);
  const connection = connectLive({ url: network.url, origin: ORIGIN, cookie, personId });
  const opened = connection.openDocument(documentId);
  await opened.synced;
  return {
    connection,
    opened,
    async storedText() {
      const stored = new Y.Doc();
      Y.applyUpdate(stored, (await node.realtime.readDocument(documentId))!.update);
      return textIn(stored).toString();
    },
  };
}

test("a line that went silent is noticed, and what was typed meanwhile arrives", async () => {
  const { connection, opened, storedText } = await anna();
  network.silence();
  textIn(opened.doc).insert(0, "in de stilte");
  await until(() => connection.status !== "online");
  network.restore();
  await until(() => opened.status === "saved");
  await connection.close();
  expect(await storedText()).toBe("in de stilte");
});

test.each(["forgotten on the way, which who types is told", "left behind at another place, which nobody is told"])(
  "a line that was %s: what was typed arrives",
  async (how) => {
    const { connection, opened, storedText } = await anna();
    const statuses: string[] = [];
    opened.onStatus((status) => statuses.push(status));
    if (how.startsWith("forgotten")) network.forget();
    else network.strand();
    textIn(opened.doc).insert(0, "in het niets");
    await until(() => connection.status !== "online");
    expect(statuses).not.toContain("saved");
    await until(() => opened.status === "saved");
    await connection.close();
    expect(await storedText()).toBe("in het niets");
  },
);

test("who types as a laptop wakes sends nothing on the new line that nobody there knows of", async () => {
  const { connection, opened, storedText } = await anna();
  let answers = "";
  network.onAnswer = (bytes) => {
    answers += bytes.toString("latin1");
  };
  network.strand({ tellNode: true });
  // The clock went on and no timer ran: the line is found dead by who sends the first word.
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(now + 72 * 3_600_000);
  textIn(opened.doc).insert(0, "goedemorgen");
  clock.mockRestore();
  await until(() => connection.status !== "online");
  await until(() => opened.status === "saved");
  await connection.close();
  expect(await storedText()).toBe("goedemorgen");
  expect(answers).not.toContain("BAD_MESSAGE");
});

/** A person with a laptop: one tab at a time, a network of its own, and a device that remembers. */
class Laptop {
  readonly device = memoryDevice();
  connection!: LiveConnection;
  document!: LiveDocument;

  constructor(
    readonly network: Network,
    private readonly person: { cookie: string; personId: string },
    private readonly documentId: string,
  ) {
    this.openTab();
  }

  openTab(): void {
    const { cookie, personId } = this.person;
    this.connection = connectLive({ url: this.network.url, origin: ORIGIN, cookie, personId, storage: this.device });
    this.document = this.connection.openDocument(this.documentId);
  }

  type(words: string, at: number): void {
    const text = textIn(this.document.doc);
    text.insert(at % (text.length + 1), words);
  }

  async crashTab(): Promise<void> {
    this.network.cut();
    await until(() => this.connection.status !== "online");
    await this.connection.close();
    this.openTab();
    await this.document.ready;
  }
}

/** No marker may be inside another, so each goes to one of its own places: the beginning or the end. */
const anEnd = (pick: (below: number) => number, laptop: Laptop) =>
  pick(2) === 0 ? 0 : textIn(laptop.document.doc).length;

test(`everything typed is there once, on every side, whatever the network does (${SEEDS} seeds from ${FIRST_SEED})`, {
  timeout: 60_000 + SEEDS * 20_000,
}, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const pick = randomFrom(seed);
    const documentId = await newDocument(database, "");
    const laptops = await Promise.all(
      ["Anna Peeters", "Bram Claes", "Dina Wouters"].map(async (name) => {
        const person = house.signIn(name);
        house.allow(person.personId, documentId, MAY_ALL);
        const laptop = new Laptop(await Network.to(node.url), person, documentId);
        await laptop.document.synced;
        return laptop;
      }),
    );
    const markers: string[] = [];
    for (let step = 0; step < 60; step++) {
      const laptop = laptops[pick(3)]!;
      const kind = pick(12);
      if (kind === 0) laptop.network.cut();
      else if (kind === 1) laptop.network.silence();
      else if (kind < 4) laptop.network.restore();
      else if (kind === 4) await laptop.crashTab();
      else {
        const marker = `<${markers.length}>`;
        markers.push(marker);
        laptop.type(marker, anEnd(pick, laptop));
      }
      if (pick(3) === 0) await new Promise((resolve) => setTimeout(resolve, pick(60)));
    }
    for (const laptop of laptops) laptop.network.restore();
    // A line that failed a few times in a row waits some seconds before its next attempt.
    const all = (holds: (laptop: Laptop) => boolean) => until(() => laptops.every(holds), `seed ${seed}`, 40_000);
    await all(({ document }) => document.status === "saved");
    const first = textIn(laptops[0]!.document.doc);
    await all(({ document }) => textIn(document.doc).toString() === first.toString());
    for (const marker of markers)
      expect(first.toString().split(marker).length - 1, `${marker} with seed ${seed}`).toBe(1);
    const stored = new Y.Doc();
    Y.applyUpdate(stored, (await node.realtime.readDocument(documentId))!.update);
    expect(textIn(stored).toString(), `seed ${seed}`).toBe(first.toString());
    for (const laptop of laptops) {
      await laptop.connection.close();
      await laptop.network.close();
    }
  }
});

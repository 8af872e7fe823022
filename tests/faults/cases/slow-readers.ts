import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { Network } from "#realtime/client/testing/network.ts";
import { LIMITS } from "#realtime/wire/limits.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, percentile } from "../case.ts";
import { Crowd } from "../crowd.ts";

const PASTED_LETTERS = 5_000_000;
const SLOW = 50;

/** In full only: realtime/live/outbound.db.test.ts does the same with smaller limits in every run. */
export const slowReaders: FaultCase = {
  id: "T84",
  sentence: "fifty people whose line stops reading cost the node no more than their buffers, and nobody else anything",
  async run({ nodes, newDocument, gather, conclude }) {
    const [node] = nodes;
    const network = await Network.to(node.url);
    const documentId = await newDocument();
    const slow = await gather(documentId, SLOW, network.url);
    const typists = await gather(documentId, 20, node.url);
    const before = await node.memory();
    network.silence();
    const crowd = new Crowd(typists, 500);
    const [author] = typists;
    const pasted = new Y.XmlText();
    author?.document.doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [pasted]);
      author.document.doc.getXmlFragment(ROOT).push([paragraph]);
      for (let at = 0; at < PASTED_LETTERS; at += 50_000) pasted.insert(0, "lees ".repeat(10_000));
    });
    let most = 0;
    await until(
      async () => {
        most = Math.max(most, await node.memory());
        await sleep(200);
        return author?.document.acknowledged.pending === 0;
      },
      "the paste is saved",
      120_000,
    );
    most = Math.max(most, await node.memory());
    expect(typists.map(({ connection }) => connection.status)).toEqual(typists.map(() => "online"));
    // What a node buffers for them at the most, and as much again for everything else.
    expect(most - before).toBeLessThan(2 * SLOW * LIMITS.bufferedBytes);
    crowd.stop();
    network.restore();
    await until(() => slow.every((person) => person.isDone), "the slow ones are back", 120_000);
    const waits = typists.flatMap((typist) => typist.waits);
    const verdict = await conclude([...slow, ...typists]);
    await network.close();
    expect(harm([verdict])).toEqual(NO_HARM);
    return {
      slowReaders: SLOW,
      pastedLetters: PASTED_LETTERS,
      acknowledged: markersOf([verdict]),
      lost: 0,
      grownMegabytes: Math.round((most - before) / 1e6),
      othersSavedP95Ms: percentile(waits, 0.95),
    };
  },
};

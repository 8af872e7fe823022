import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import { startMeddler } from "../meddler.ts";

export const lostAnswers: FaultCase = {
  id: "T96",
  sentence: "acknowledgements that get lost and updates that come twice change nothing in the text",
  async run({ world, nodes, newDocument, gather, conclude }) {
    const meddler = await startMeddler(nodes[0].url, { swallow: 0.1, double: 0.1 });
    try {
      const documentId = await newDocument();
      const typists = await gather(documentId, 4, meddler.url);
      const crowd = new Crowd(typists, sized(20, 100));
      await sleep(sized(1_500, 60_000));
      crowd.stop();
      const verdict = await conclude(typists);
      expect(harm([verdict])).toEqual(NO_HARM);
      expect(meddler.counts.doubled).toBeGreaterThan(0);
      const [{ bytes }] = await world.database().sql<[{ bytes: number }]>`
        select coalesce(sum(length(entries)), 0)::int as bytes from document_updates where document_id = ${documentId}`;
      return { ...meddler.counts, acknowledged: markersOf([verdict]), lost: 0, bytes };
    } finally {
      await meddler.close();
    }
  },
};

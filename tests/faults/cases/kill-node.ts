import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, isFull, markersOf, NO_HARM, percentile, rounds, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

export const killNode: FaultCase = {
  id: "T75",
  sentence: "a node that is killed while people type costs nobody an acknowledged edit",
  async run({ nodes, balancer, newDocument, gather, conclude }) {
    const kills = rounds(3, 100);
    const perDocument = sized(4, 5);
    const documents = await Promise.all(Array.from({ length: sized(2, 10) }, newDocument));
    const groups = await Promise.all(documents.map((documentId) => gather(documentId, perDocument)));
    const crowd = new Crowd(groups.flat(), sized(60, 500));

    for (let kill = 0; kill < kills; kill++) {
      await sleep(250 + Math.random() * sized(400, 800));
      const victim = nodes[kill % 2] as (typeof nodes)[number];
      const onIt = balancer.linesTo(victim);
      await victim.kill();
      await until(() => crowd.isWell, `all type again after kill ${kill} of a node with ${onIt} lines`);
      await victim.restart();
      await until(() => balancer.isReady(2), "both nodes serve");
      // The next kill is to find people on the node.
      if (balancer.linesTo(nodes[(kill + 1) % 2] as (typeof nodes)[number]) < 2) balancer.cutAll();
      await until(() => crowd.isWell, "all type again");
    }
    crowd.stop();
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    expect(markersOf(verdicts)).toBeGreaterThan(kills * perDocument);
    return {
      kills,
      clients: crowd.typists.length,
      editsPerSecond: (crowd.typists.length * 1000) / sized(60, 500),
      acknowledged: markersOf(verdicts),
      lost: 0,
      doubled: 0,
      editingAgainP95Ms: percentile(crowd.back, 0.95),
      editingAgainP99Ms: percentile(crowd.back, 0.99),
      full: isFull,
    };
  },
};

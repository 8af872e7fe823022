import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, percentile, rounds, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

export const killDatabase: FaultCase = {
  id: "T76",
  sentence: "a database that is killed while people type loses nothing, and nothing is called saved meanwhile",
  async run({ world, balancer, enlarge, newDocument, gather, conclude }) {
    const kills = rounds(2, 50);
    // Of three people each would type for eight: faster than a hand moves, which after some minutes is refused.
    await enlarge(sized(3, 12));
    const documents = await Promise.all(Array.from({ length: sized(2, 8) }, newDocument));
    const groups = await Promise.all(documents.map((documentId) => gather(documentId, 3)));
    const typists = groups.flat();
    const crowd = new Crowd(typists, sized(40, 100));
    const servingAfter: number[] = [];

    for (let kill = 0; kill < kills; kill++) {
      await sleep(250 + Math.random() * 500);
      await world.cluster?.kill();
      // Acknowledgements of what was committed before are still on their way for some milliseconds.
      await sleep(300);
      const savedAt = typists.map((typist) => typist.waits.length);
      await sleep(sized(400, 700));
      for (const typist of typists) typist.settle();
      expect(typists.map((typist) => typist.waits.length)).toEqual(savedAt);
      await world.cluster?.restart();
      const back = performance.now();
      await until(
        () => typists.every((typist, index) => typist.waits.length > (savedAt[index] as number)),
        "all is saved again",
      );
      servingAfter.push(performance.now() - back);
      await until(() => balancer.isReady(2), "both nodes serve");
    }
    crowd.stop();
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    return {
      kills,
      clients: typists.length,
      acknowledged: markersOf(verdicts),
      lost: 0,
      doubled: 0,
      savedAgainP50Ms: percentile(servingAfter, 0.5),
      savedAgainMaxMs: percentile(servingAfter, 1),
    };
  },
};

import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { AppNode } from "#tests/support/node-process.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, percentile, rounds, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

/** The checkout, built, of a release before this one; without it a deploy goes on to the same build. */
const OTHER_RELEASE = process.env.FAULTS_OTHER_RELEASE ?? ".";

export const rollingDeploy: FaultCase = {
  id: "T85",
  sentence: "a deploy, node by node, loses nothing, shows nobody an error and asks nobody to reload",
  async run({ nodes, balancer, cookies, newDocument, gather, conclude }) {
    const deploys = rounds(1, 20);
    const documents = await Promise.all(Array.from({ length: sized(2, 10) }, newDocument));
    const groups = await Promise.all(documents.map((documentId) => gather(documentId, sized(3, 5))));
    const typists = groups.flat();
    const crowd = new Crowd(typists, sized(80, 500));
    const reader = readOn(balancer.url, cookies[0] as string);
    const exits: (number | null)[] = [];

    let [now, other] = [".", OTHER_RELEASE];
    for (let deploy = 0; deploy < deploys; deploy++) {
      const [first, second] = nodes as [AppNode, AppNode];
      // Every second one is given up halfway.
      const turnsBack = deploy % 2 === 1;
      const steps = [
        { node: first, release: other },
        turnsBack ? { node: first, release: now } : { node: second, release: other },
      ];
      for (const { node, release } of steps) {
        exits.push(await node.stop());
        await node.restart({}, { checkout: release });
        await until(() => balancer.isReady(2), "both nodes serve");
      }
      if (!turnsBack) [now, other] = [other, now];
      await until(() => crowd.isWell, "all type again");
    }
    crowd.stop();
    const answers = await reader.stop();
    const waits = typists.flatMap((typist) => typist.waits);
    expect(
      exits.filter((code) => code !== 0),
      "exit codes",
    ).toEqual([]);
    expect(
      typists.filter(({ document }) => document.reload),
      "asked to reload",
    ).toEqual([]);
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    expect(answers.errors, "answers of 500 and more").toEqual([]);
    return {
      deploys,
      turnedBack: deploys >> 1,
      otherRelease: OTHER_RELEASE !== ".",
      clients: typists.length,
      acknowledged: markersOf(verdicts),
      lost: 0,
      doubled: 0,
      pages: answers.pages,
      errors5xx: answers.errors.length,
      linesBroken: answers.broken,
      longestGapMs: percentile(waits, 1),
      gapP99Ms: percentile(waits, 0.99),
    };
  },
};

/** Somebody who reads pages all the time, each over a line of its own as a balancer's visitors come. */
function readOn(url: string, cookie: string) {
  const answers = { pages: 0, broken: 0, errors: [] as string[] };
  let going = true;
  const reading = (async () => {
    while (going) {
      try {
        const response = await fetch(`${url}/data/start`, { headers: { Cookie: cookie, Connection: "close" } });
        await response.text();
        answers.pages++;
        if (response.status >= 400) answers.errors.push(`${response.status}`);
      } catch {
        answers.broken++;
      }
      await sleep(40);
    }
  })();
  return {
    async stop() {
      going = false;
      await reading;
      return answers;
    },
  };
}

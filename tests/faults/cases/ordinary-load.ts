import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Typist, until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, percentile, rounds, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

const MINUTE_MS = 60_000;
const MB = 1024 * 1024;

export const ordinaryLoad: FaultCase = {
  id: "T95",
  sentence: "with five hundred people in a hundred documents, for as long as a lesson, everything is saved and seen",
  async run({ nodes, enlarge, newDocument, gather, conclude }) {
    const lastsMs = sized(3_000, rounds(1, 60) * MINUTE_MS);
    await enlarge(sized(3, 40));
    const groups: Typist[][] = [];
    for (let index = sized(2, 100); index > 0; index--) {
      const documentId = await newDocument();
      // Not through the balancer: it is a part of this process, which plays all of them.
      const coming = Array.from({ length: sized(3, 5) }, (_, who) => gather(documentId, 1, nodes[who % 2]?.url));
      groups.push((await Promise.all(coming)).flat());
    }
    const typists = groups.flat();
    const before = await Promise.all(nodes.map((node) => node.memory()));
    // A few words every four seconds, evenly. The accounts of the demo play twelve people each: at twice that pace one
    // account begins in older text more often than one person may (`placesPerSecond`), after some twenty minutes.
    const crowd = new Crowd(typists, sized(200, 4_000));
    const seen = await watchSome(groups, lastsMs);
    const after = await Promise.all(nodes.map((node) => node.memory()));
    crowd.stop();
    const waits = typists.flatMap((typist) => typist.waits);
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    return {
      minutes: Math.round(lastsMs / MINUTE_MS),
      clients: typists.length,
      documents: groups.length,
      acknowledged: markersOf(verdicts),
      lost: 0,
      doubled: 0,
      durableP50Ms: percentile(waits, 0.5),
      durableP95Ms: percentile(waits, 0.95),
      durableP99Ms: percentile(waits, 0.99),
      seen: seen.length,
      seenP50Ms: percentile(seen, 0.5),
      seenP95Ms: percentile(seen, 0.95),
      seenP99Ms: percentile(seen, 0.99),
      memoryBeforeMb: Math.round(Math.max(...before) / MB),
      memoryAfterMb: Math.round(Math.max(...after) / MB),
    };
  },
};

/** @returns how long words took, in milliseconds, from one screen to another, four times a second in one document or another. */
async function watchSome(groups: readonly Typist[][], forMs: number): Promise<number[]> {
  const delays: number[] = [];
  const end = performance.now() + forMs;
  for (let turn = 0; performance.now() < end; turn++) {
    const [writer, reader] = groups[turn % groups.length] as [Typist, Typist];
    let seenAt: number | null = null;
    const look = () => {
      if (reader.shared().toString().includes(marker)) seenAt ??= performance.now();
    };
    reader.document.doc.on("update", look);
    const typedAt = performance.now();
    const marker = writer.typeForGood();
    await until(() => seenAt !== null, "a colleague sees it").catch((error: Error) => {
      throw new Error(`${error.message}: ${stateOf(writer)} wrote, ${stateOf(reader)} reads`);
    });
    reader.document.doc.off("update", look);
    delays.push((seenAt as unknown as number) - typedAt);
    await sleep(250);
  }
  return delays;
}

/** What somebody's page knows, for when it is not what it should be. */
const stateOf = ({ name, connection, document }: Typist) =>
  JSON.stringify([name, connection.status, document.status, document.heldUp, document.acknowledged, document.rights]);

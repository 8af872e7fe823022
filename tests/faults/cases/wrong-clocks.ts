import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { AppNode } from "#tests/support/node-process.ts";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

const DAY_MS = 86_400_000;
const PRELOAD = fileURLToPath(new URL("../../support/skewed-clock.mjs", import.meta.url));

/** In full only: server/process/database-clock.test.ts looks at the clock itself in every run. */
export const wrongClocks: FaultCase = {
  id: "T90",
  sentence: "with one node a day ahead and one a day behind, sessions live as long as they should and the text is one",
  async run(ground) {
    const { world, nodes, balancer, newDocument, gather, conclude } = ground;
    await Promise.all(nodes.map((node, index) => skew(node, index === 0 ? DAY_MS : -DAY_MS)));
    await balancer.serve(nodes);
    const cookies = await Promise.all(nodes.map((node) => world.cookieOf("els", node, balancer.url)));
    const { sql } = world.database();
    const ages = await sql<{ age: number; left: number }[]>`
      select extract(epoch from now() - started_at)::float8 as age, extract(epoch from expires_at - now())::float8 as left
      from sessions order by started_at desc limit 2`;
    for (const { age, left } of ages) {
      expect(Math.abs(age)).toBeLessThan(60);
      expect(Math.abs(left - 12 * 3_600)).toBeLessThan(60);
    }
    // Signed in here, reading there.
    const answers = nodes.map((node, index) => statusOf(node, cookies[1 - index] as string));
    expect(await Promise.all(answers)).toEqual([200, 200]);

    const documentId = await newDocument();
    const groups = await Promise.all(nodes.map((node) => gather(documentId, 2, node.url)));
    const crowd = new Crowd(groups.flat(), 50);
    await sleep(sized(1_000, 20_000));
    crowd.stop();
    const verdict = await conclude(groups.flat());
    expect(harm([verdict])).toEqual(NO_HARM);
    const warned = nodes.filter((node) => node.output().includes("and the database's differ"));
    expect(warned.length, "nodes that raised an alarm").toBe(2);
    await Promise.all(nodes.map((node) => node.kill()));
    return { skewMs: DAY_MS, acknowledged: markersOf([verdict]), lost: 0, doubled: 0 };
  },
};

async function skew(node: AppNode, skewMs: number): Promise<void> {
  await node.kill();
  await node.restart({ NODE_OPTIONS: `--import ${PRELOAD}`, CLOCK_SKEW_MS: String(skewMs) });
}

const statusOf = async (node: AppNode, cookie: string) =>
  (await fetch(`${node.url}/data/start`, { headers: { Cookie: cookie } })).status;

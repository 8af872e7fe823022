import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { Network } from "#realtime/client/testing/network.ts";
import type { AppNode } from "#tests/support/node-process.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

/** What one node may hold: ten connections for pages, three for live documents. */
const CONNECTIONS = 13;

export const slowDatabase: FaultCase = {
  id: "T80",
  sentence: "a database that answers slowly, or holds a lock, delays saving and breaks nothing",
  async run({ world, nodes, enlarge, newDocument, gather, conclude }) {
    const delayMs = sized(700, 5_000);
    const lastsMs = sized(2_500, 180_000);
    const lockMs = sized(1_000, 60_000);
    const [, node] = nodes;
    const { sql } = world.database();
    const databaseLine = await putOnALine(node, world.cluster?.url ?? "");
    await enlarge(sized(3, 12));
    const documents = await Promise.all(Array.from({ length: sized(2, 20) }, newDocument));
    const groups = await Promise.all(documents.map((documentId) => gather(documentId, sized(4, 10), node.url)));
    const typists = groups.flat();
    const crowd = new Crowd(typists, sized(100, 2_000));
    await sleep(300);
    databaseLine.slow(delayMs / 2);
    await sleep(lastsMs);
    const [{ count }] = await sql<[{ count: number }]>`
        select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    // The other node holds as many at most, and this test two.
    expect(count).toBeLessThanOrEqual(2 * CONNECTIONS + 2);
    expect((await fetch(`${node.url}/healthz`)).ok).toBe(true);
    expect(typists.map(({ connection }) => connection.status)).toEqual(typists.map(() => "online"));
    databaseLine.slow(0);
    await sql.begin(async (tx) => {
      // A connection of ours that does nothing in a transaction is ended after half a minute; this one may.
      await tx`set local idle_in_transaction_session_timeout = 0`;
      await tx`lock table document_updates in access exclusive mode`;
      await sleep(lockMs);
    });
    const back = performance.now();
    const before = typists.map((typist) => typist.waits.length);
    await until(() => {
      for (const typist of typists) typist.settle();
      return typists.every((typist, index) => typist.waits.length > (before[index] as number));
    }, "all is saved again");
    const recoveryMs = Math.round(performance.now() - back);
    crowd.stop();
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    // It comes back without the line.
    await node.kill();
    await databaseLine.close();
    const acknowledged = markersOf(verdicts);
    return {
      delayMs,
      lastsMs,
      lockMs,
      clients: typists.length,
      acknowledged,
      lost: 0,
      doubled: 0,
      connections: count,
      recoveryMs,
    };
  },
};

/** The node reaches the database over a line that can be slowed down. */
async function putOnALine(node: AppNode, databaseUrl: string): Promise<Network> {
  const line = await Network.to(databaseUrl.replace(/^postgres(ql)?:/, "http:"));
  await node.stop();
  await node.restart({ DATABASE_URL: databaseUrl.replace(/@[^/]+/, `@${new URL(line.url).host}`) });
  return line;
}

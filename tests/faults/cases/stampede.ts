import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, percentile, rounds } from "../case.ts";

/** What a node may hold: ten connections for pages, three for live documents. */
const CONNECTIONS = 13;

export const stampede: FaultCase = {
  id: "T83",
  sentence: "everybody's line breaks at once, and everybody is back on the one node that is left",
  async run({ world, nodes, balancer, enlarge, newDocument, gather, conclude }) {
    const count = rounds(100, 1_000);
    await enlarge(Math.ceil(count / 80));
    const perDocument = 10;
    const [node, other] = nodes;
    await other.kill();
    await until(() => balancer.isReady(1), "one node serves");
    const groups = [];
    for (let at = 0; at < count; at += perDocument)
      groups.push(await gather(await newDocument(), Math.min(perDocument, count - at)));
    const people = groups.flat();
    for (const group of groups) group[0]?.type();
    await until(() => people.every((person) => person.isDone), "all are in");

    const downAt = new Set(people);
    const noticed = new Set<unknown>();
    for (const person of people) person.connection.onStatus(() => noticed.add(person));
    const cut = performance.now();
    balancer.cutAll();
    for (const group of groups) group.at(-1)?.type();
    await until(() => noticed.size === count, "all have noticed");
    const back: number[] = [];
    await until(() => {
      for (const person of downAt)
        if (person.connection.status === "online" && person.isDone) {
          back.push(performance.now() - cut);
          downAt.delete(person);
        }
      return downAt.size === 0;
    }, "all are back");
    const [{ connections }] = await world.database().sql<[{ connections: number }]>`
      select count(*)::int as connections from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    expect(connections).toBeLessThanOrEqual(CONNECTIONS + 2);
    const memory = await node.memory();
    expect(memory).toBeLessThan(1.5e9);
    await sleep(100);
    const verdicts = [];
    for (const group of groups) verdicts.push(await conclude(group));
    expect(harm(verdicts)).toEqual(NO_HARM);
    return {
      sockets: count,
      acknowledged: markersOf(verdicts),
      lost: 0,
      backP50Ms: percentile(back, 0.5),
      backP95Ms: percentile(back, 0.95),
      backLastMs: percentile(back, 1),
      connections,
      megabytes: Math.round(memory / 1e6),
    };
  },
};

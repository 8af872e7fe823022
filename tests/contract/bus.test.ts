import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bus, BusMessage } from "#realtime/bus/bus.ts";
import { MemoryHub } from "#realtime/bus/memory.ts";
import { redisBus } from "#realtime/bus/redis.ts";
import { hasRedis, type RunningRedis, startRedis } from "#realtime/bus/testing/start-redis.ts";
import { until } from "#realtime/live/testing/raw-client.ts";

// BUS1 a message reaches every other node, whole · BUS2 never its sender · BUS3 in order from one sender, when nothing
// fails · BUS4 publishing without a line neither throws nor waits · BUS5 the line comes back by itself, without what was
// said meanwhile.

const quiet = { info() {}, warn() {}, error() {} };
let redis: RunningRedis | undefined;

beforeAll(async () => {
  if (hasRedis()) redis = await startRedis();
});
afterAll(() => redis?.stop());

const hub = new MemoryHub();
const adapters: [string, () => Bus][] = [["in memory", () => hub.connect()]];
if (hasRedis()) adapters.push(["through Redis", () => redisBus(redis!.url, quiet)]);

describe.each(adapters)("a bus %s", (_name, connect) => {
  async function nodes(count: number) {
    const connected = Array.from({ length: count }, () => listening(connect()));
    await meet(connected);
    return connected;
  }

  test("brings a message to every other node and not back (BUS1, BUS2)", async () => {
    const [a, b, c] = (await nodes(3)) as [Node, Node, Node];
    const messages: BusMessage[] = [
      { kind: "advanced", documents: [["d1", 7]] },
      { kind: "recheck", personId: "p1" },
      { kind: "notice", topics: ["cycle:1"], keys: [["cycle", "é \u2028"]] },
      { kind: "presence", documentId: "d1", states: [[1, 2, '{"cursor":null}']] },
    ];
    for (const message of messages) a.bus.publish(message);
    await until(() => b.heard.length === 4 && c.heard.length === 4);
    expect(b.heard).toEqual(messages);
    expect(c.heard).toEqual(messages);
    expect(a.heard).toEqual([]);
    for (const { bus } of [a, b, c]) await bus.close();
  });

  test("keeps the order of a sender (BUS3)", async () => {
    const [a, b] = (await nodes(2)) as [Node, Node];
    for (let seq = 1; seq <= 500; seq++) a.bus.publish({ kind: "advanced", documents: [["d", seq]] });
    await until(() => b.heard.length === 500);
    expect(b.heard.map((message) => message.kind === "advanced" && message.documents[0]![1])).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
    for (const { bus } of [a, b]) await bus.close();
  });

  test("brings nothing to a listener that has gone, nor to a bus that was closed", async () => {
    const [a, b, c] = (await nodes(3)) as [Node, Node, Node];
    const late: BusMessage[] = [];
    b.bus.subscribe((message) => late.push(message))();
    await c.bus.close();
    a.bus.publish({ kind: "recheck" });
    await until(() => b.heard.length === 1);
    expect(late).toEqual([]);
    expect(c.heard).toEqual([]);
    for (const { bus } of [a, b]) await bus.close();
  });
});

describe.runIf(hasRedis())("without a Redis", () => {
  test("publishing neither throws nor waits, and somebody is told once (BUS4)", async () => {
    const warnings: string[] = [];
    const bus = redisBus("redis://127.0.0.1:1", { ...quiet, warn: (_facts, sentence) => void warnings.push(sentence) });
    for (let time = 0; time < 3; time++) bus.publish({ kind: "recheck", personId: "p" });
    await until(() => warnings.length > 0);
    await bus.close();
    expect(warnings).toEqual([expect.stringContaining("does not work")]);
  });

  test("nodes find each other again on an empty Redis, without what was said meanwhile (BUS5)", async () => {
    const first = await startRedis();
    const [a, b] = [listening(redisBus(first.url, quiet)), listening(redisBus(first.url, quiet))];
    await meet([a, b]);
    await first.stop();
    a.bus.publish({ kind: "advanced", documents: [["d", 1]] });
    const second = await startRedis(first.port);
    await meet([a, b]);
    a.bus.publish({ kind: "advanced", documents: [["d", 2]] });
    await until(() => b.heard.length > 0);
    expect(b.heard).toEqual([{ kind: "advanced", documents: [["d", 2]] }]);
    for (const { bus } of [a, b]) await bus.close();
    await second.stop();
  });
});

interface Node {
  bus: Bus;
  heard: BusMessage[];
  /** Greetings, one for each node that was heard. */
  met: Set<string>;
}

function listening(bus: Bus): Node {
  const node: Node = { bus, heard: [], met: new Set() };
  bus.subscribe((message) => {
    if (message.kind === "presence-wanted") node.met.add(message.documentId);
    else node.heard.push(message);
  });
  return node;
}

/** Waits until everybody hears everybody else. */
async function meet(nodes: readonly Node[]): Promise<void> {
  for (const { met } of nodes) met.clear();
  const greet = () => {
    for (const [index, { bus }] of nodes.entries())
      bus.publish({ kind: "presence-wanted", documentId: `node ${index}` });
    return nodes.every(({ met }) => met.size === nodes.length - 1);
  };
  await until(greet, "everybody hears everybody", 10_000);
}

/**
 * `npm run bench -- bus`: what it costs two nodes to tell each other something, over our own use of Redis and over the
 * adapters of Socket.IO. Contestants take turns; the figures are medians. Docs: decision 0012.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { startRedis } from "../../realtime/bus/testing/start-redis.ts";

/** What a node says at its end. */
interface Report {
  received: number;
  /** Microseconds from sending, sorted. */
  late: number[];
  cpuMs: number;
}

const BUSES = ["own-pub-sub", "pub-sub-adapter", "sharded-adapter", "streams-adapter"];
const RATE = 1_000;
const SECONDS = 5;
const ROUNDS = 5;

const redis = await startRedis();
const found = new Map(BUSES.map((name): [string, { sender: Report; receiver: Report }[]] => [name, []]));
try {
  for (let round = 0; round < ROUNDS; round++)
    for (const name of BUSES) {
      const [receiver, sender] = await Promise.all([run(name, "receive"), run(name, "send")]);
      found.get(name)?.push({ sender, receiver });
    }
} finally {
  await redis.stop();
}

const rows = BUSES.map((name) => {
  const runs = found.get(name) ?? [];
  const perTenThousand = (cpuMs: number) => (cpuMs / (RATE * SECONDS)) * 10_000;
  return {
    bus: name,
    arrived: `${median(runs.map(({ receiver }) => receiver.received))} of ${RATE * SECONDS}`,
    "p50 ms": round(median(runs.map(({ receiver }) => at(receiver.late, 0.5))) / 1_000),
    "p99 ms": round(median(runs.map(({ receiver }) => at(receiver.late, 0.99))) / 1_000),
    "sender CPU ms / 10,000": round(median(runs.map(({ sender }) => perTenThousand(sender.cpuMs)))),
    "receiver CPU ms / 10,000": round(median(runs.map(({ receiver }) => perTenThousand(receiver.cpuMs)))),
  };
});
// biome-ignore lint/suspicious/noConsole: the table is what this program is for
console.table(rows);

async function run(name: string, job: "send" | "receive"): Promise<Report> {
  const program = new URL("./node.mjs", import.meta.url);
  const child: ChildProcess = fork(program, [name, redis.url, job, String(RATE), String(SECONDS)], {
    execArgv: ["--import", "tsx"],
  });
  const [report] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`${name} ended early`))),
  ])) as [Report];
  if (child.exitCode === null) await once(child, "exit");
  return report;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

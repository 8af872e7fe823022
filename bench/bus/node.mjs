// One node of the bus measurement, in a process of its own: says what it received, how late, and what that cost.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdapter, createShardedAdapter } from "@socket.io/redis-adapter";
import { createAdapter as createStreamsAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { redisBus } from "../../realtime/bus/redis.ts";

const LINES = {
  "own-pub-sub": (url) => {
    const bus = redisBus(url, { info() {}, warn() {}, error() {} });
    return {
      publish: (message) => bus.publish(message),
      onMessage: (listener) => void bus.subscribe((message) => message.kind === "advanced" && listener(message)),
    };
  },
  "pub-sub-adapter": (url) => through(createAdapter(new Redis(url), new Redis(url))),
  "sharded-adapter": (url) => through(createShardedAdapter(new Redis(url), new Redis(url))),
  "streams-adapter": (url) => through(createStreamsAdapter(new Redis(url))),
};

/** How a server tells the others something through Socket.IO. */
function through(adapter) {
  const io = new Server();
  io.adapter(adapter);
  return {
    publish: (message) => void io.serverSideEmit("bus", message),
    onMessage: (listener) => void io.on("bus", listener),
  };
}

const microseconds = () => Number(process.hrtime.bigint() / 1_000n);
const [name = "", url = "", job = "", rate = "", seconds = ""] = process.argv.slice(2);
const line = LINES[name]?.(url);
if (!line) throw new Error(`there is no bus called ${name}`);
const late = [];
line.onMessage(({ documents }) => {
  for (const [, sentAt] of documents.slice(0, 1)) late.push(microseconds() - sentAt);
});

// Lines and subscriptions stand, and the sender does not begin before its listener is there.
await sleep(job === "send" ? 1_500 : 500);
const before = process.cpuUsage();
if (job === "send") await send(Number(rate), Number(seconds));
else await sleep(Number(seconds) * 1_000 + 2_500);
const { user, system } = process.cpuUsage(before);
late.sort((a, b) => a - b);
process.send?.({ received: late.length, late, cpuMs: (user + system) / 1_000 });
await sleep(200);
process.exit(0);

/** Hints of the size that a commit of five documents makes, spread evenly. */
async function send(perSecond, forSeconds) {
  const others = Array.from({ length: 4 }, () => [randomUUID(), 1_000]);
  const first = randomUUID();
  const started = performance.now();
  for (let sent = 0; sent < perSecond * forSeconds; ) {
    const due = Math.min(perSecond * forSeconds, ((performance.now() - started) / 1_000) * perSecond);
    for (; sent < due; sent++) line?.publish({ kind: "advanced", documents: [[first, microseconds()], ...others] });
    await sleep(2);
  }
  await sleep(500);
}

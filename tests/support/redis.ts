import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createConnection } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

export interface TestRedis {
  url: string;
  /** kill -9; what it held is gone. */
  kill(): Promise<void>;
  /** Empty, as after a kill; `ensure` leaves one alone that runs. */
  restart(): Promise<void>;
  ensure(): Promise<void>;
  stop(): Promise<void>;
}

const PLACES = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];

export const redisBinary = (): string | undefined => PLACES.find((place) => existsSync(place));

/** A throw-away Redis on the loopback that keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const binary = redisBinary();
  if (!binary) throw new Error("redis-server was not found: install Debian's package redis-server");
  const port = await freePort();
  const start = () =>
    spawn(binary, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], {
      stdio: "ignore",
    });
  let child = start();
  process.once("exit", () => child.kill("SIGKILL"));
  await untilListening(port);

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  const restart = async () => {
    await end("SIGKILL");
    child = start();
    await untilListening(port);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end("SIGKILL"),
    restart,
    ensure: async () => {
      if (child.exitCode !== null || child.signalCode !== null) await restart();
    },
    stop: () => end("SIGTERM"),
  };
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const heard = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, "127.0.0.1")
        .once("connect", () => {
          socket.destroy();
          resolve(true);
        })
        .once("error", () => resolve(false));
    });
    if (heard) return;
    await sleep(50);
  }
  throw new Error("redis-server did not start");
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A guard against hanging: the first start migrates and tells the demo, and the machine may have other work. */
const STARTS_WITHIN_MS = 240_000;

/** One running application of a test world. */
export interface AppNode {
  url: string;
  pid: number;
  /** kill -9: nothing is flushed, as in a power cut of the process. */
  kill(): Promise<void>;
  /** In good order, as a deploy does. @returns the exit code. */
  stop(): Promise<number | null>;
  /** Stands still (SIGSTOP) and goes on. */
  pause(): void;
  resume(): void;
  /**
   * Starts again on the same address, after `kill` or `stop`; with `more` in its environment this time, or from another
   * checkout with a build of its own.
   */
  restart(more?: Readonly<Record<string, string>>, checkout?: string): Promise<void>;
  /** Starts it when it does not run. */
  ensure(): Promise<void>;
  /** What it keeps in memory, in bytes; Linux only. */
  memory(): Promise<number>;
  /** What it said on stdout and stderr so far. */
  output(): string;
}

/** Starts the built server as its own process and waits until it answers. */
export async function startNode(port: number, env: Readonly<Record<string, string>>): Promise<AppNode> {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  let said = "";

  async function start(more: Readonly<Record<string, string>> = {}, checkout = "."): Promise<void> {
    child = spawn(process.execPath, [join(checkout, "build/server/main.js")], {
      env: {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        NODE_ENV: "production",
        LOG_LEVEL: "warn",
        ...env,
        ...more,
        PORT: String(port),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (piece) => {
        said = (said + piece).slice(-100_000);
      });
    const deadline = Date.now() + STARTS_WITHIN_MS;
    while (!(await answers(`${url}/readyz`))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the application did not start:\n${said}`);
      await sleep(50);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }

  await start();
  process.once("exit", () => child.kill("SIGKILL"));
  return {
    url,
    get pid() {
      return child.pid ?? -1;
    },
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    restart: start,
    ensure: async () => {
      if (child.exitCode !== null || child.signalCode !== null) await start();
    },
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    },
    output: () => said,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A guard against hanging: the first start migrates and tells the demo, and the machine may have other work. */
const STARTS_WITHIN_MS = 240_000;

/** What may be different at one start. */
export interface Otherwise {
  /** Another checkout, with a build of its own. */
  checkout?: string;
  /** The file at the end of which it writes what it has to say; `output` does not know of that. */
  log?: string;
}

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
  /** Starts again on the same address, after `kill` or `stop`; with `more` in its environment this time. */
  restart(more?: Readonly<Record<string, string>>, otherwise?: Otherwise): Promise<void>;
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

  async function start(
    more: Readonly<Record<string, string>> = {},
    { checkout = ".", log }: Otherwise = {},
  ): Promise<void> {
    const output = log === undefined ? "pipe" : openSync(log, "a");
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
      stdio: ["ignore", output, output],
    });
    if (output !== "pipe") closeSync(output);
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

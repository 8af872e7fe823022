import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { ANY_CORE, onCore, SERVER_CORE } from "./cores.ts";

const ANSWERS_WITHIN_MS = 20_000;

/** With BENCH_PROFILE=<folder> every server leaves a CPU profile there, and ends in good order to write it. */
const profiling = () =>
  process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];

export interface ServerProgram {
  /** The Node that runs it. */
  node: string;
  file: string;
  /** What it needs to know; see the programs. */
  settings: Readonly<Record<string, unknown>>;
}

/** A contestant's server: a process on a core of its own. */
export class ServerProcess {
  port = 0;
  private said = "";

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (piece) => {
        this.said = (this.said + piece).slice(-10_000);
      });
  }

  static async start({ node, file, settings }: ServerProgram, pinned = true): Promise<ServerProcess> {
    const words = [...onCore(pinned ? SERVER_CORE : ANY_CORE), node, "--expose-gc", ...profiling(), file];
    const child = spawn(words[0]!, words.slice(1), {
      cwd: dirname(file),
      env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", BENCH_SETTINGS: JSON.stringify(settings) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const server = new ServerProcess(child);
    server.port = (await server.answer<{ port: number }>()).port;
    return server;
  }

  /** CPU of the whole process since its start, in milliseconds. */
  async cpuMs(): Promise<number> {
    return (await this.ask<{ cpuMs: number }>("figures")).cpuMs;
  }

  /**
   * Bytes that it holds after a collection: heap in use and what hangs on it outside. Resident memory would add what a
   * burst once needed and nobody gave back, which is more than what is measured here.
   */
  async memory(): Promise<number> {
    return (await this.ask<{ held: number }>("memory")).held;
  }

  /** kill -9: nothing is flushed. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    if (process.env.BENCH_PROFILE) this.child.disconnect();
    else this.child.kill("SIGKILL");
    await ended;
  }

  private ask<Answer>(question: string): Promise<Answer> {
    const answer = this.answer<Answer>();
    this.child.send(question);
    return answer;
  }

  private answer<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(late);
        this.child.off("message", heard).off("exit", gone);
        settle();
      };
      const fails = (why: string) => done(() => reject(new Error(`${why}:\n${this.said}`)));
      const heard = (answer: unknown) => done(() => resolve(answer as Answer));
      const gone = () => fails("the server ended");
      const late = setTimeout(() => fails("the server does not answer"), ANSWERS_WITHIN_MS);
      this.child.once("message", heard).once("exit", gone);
    });
  }
}

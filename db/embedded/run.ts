import { type SpawnOptions, spawn } from "node:child_process";
import type { Account } from "#db/embedded/account.ts";

const environment = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * How every program of PostgreSQL is started. The environment is bare: a PGPORT or PGDATA of the person's own, or a
 * LANG that this machine lacks, must not change what is started. The working directory is one that any account can
 * enter.
 */
export function spawnOptions(account: Account): SpawnOptions {
  return {
    cwd: "/",
    env: environment as Record<string, string> as NodeJS.ProcessEnv,
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

export interface Outcome {
  /** The exit status; null when the program could not be started or was killed. */
  status: number | null;
  /** What it said, or why it could not be started. */
  output: string;
}

/** Runs a program to its end. Never throws: what went wrong is in the outcome. */
export function run(program: string, parameters: string[], account: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { ...spawnOptions(account), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", (error) => resolve({ status: null, output: error.message }));
    child.once("close", (status) => resolve({ status, output: output.trim() }));
  });
}

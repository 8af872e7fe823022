import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, renameSync, statSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "#db/embedded/account.ts";
import type { Address } from "#db/embedded/address.ts";
import type { Binaries } from "#db/embedded/binaries.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import { readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { spawnOptions } from "#db/embedded/run.ts";
import { serverSettings } from "#db/embedded/server-settings.ts";

export interface ServerPlan {
  binaries: Binaries;
  data: string;
  account: Account;
  address: Address;
  logFile: string;
  /** Settings beside or instead of the usual ones. */
  settings?: Record<string, string>;
}

const largestLogBytes = 1_000_000;

/**
 * Starts PostgreSQL and waits until it takes connections, however long its recovery after a crash lasts. Gives its
 * process id, or null when it withdrew because another start was first or children of a killed server are still
 * leaving: look again in a moment.
 */
export async function launch(plan: ServerPlan): Promise<number | null> {
  if (plan.address.kind === "socket") await mkdir(plan.address.folder, { recursive: true, mode: 0o700 });
  const logStart = startLog(plan.logFile);
  const log = openSync(plan.logFile, "a", 0o600);
  const settings = Object.entries({ ...serverSettings(plan.address), ...plan.settings });
  const child = spawn(
    plan.binaries.postgres,
    ["-D", plan.data, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl+C in the terminal is for the application, which stops the database last.
    { ...spawnOptions(plan.account), stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  const gone = Promise.race([once(child, "exit"), once(child, "error")]).catch((error: unknown) => [error]);
  let over: unknown;
  void gone.then(([reason]) => {
    over = reason ?? "killed";
  });
  while (over === undefined) {
    // A killed server leaves a file that says "ready" too: only our own child's process id counts.
    const file = await readPostmasterFile(plan.data);
    if (child.pid !== undefined && file?.pid === child.pid && file.saysReady) return child.pid;
    await sleep(5);
  }
  const said = (await readFile(plan.logFile, "utf8")).slice(logStart);
  if (/"postmaster\.pid" already exists|pre-existing shared memory block/.test(said)) return null;
  throw startFailed(plan, said, over);
}

function startLog(file: string): number {
  if (!existsSync(file)) return 0;
  if (statSync(file).size < largestLogBytes) return statSync(file).size;
  renameSync(file, `${file}.1`);
  return 0;
}

export function startFailed({ data, logFile }: ServerPlan, said: string, over: unknown): EmbeddedError {
  const complaints = said.match(/(?<=(?:FATAL|PANIC|HINT): +).+/g)?.join(" ");
  const reason = complaints ?? (over instanceof Error ? over.message : `status ${String(over)}`);
  return new EmbeddedError(
    "start",
    `PostgreSQL could not start on ${data} (${reason}). The data were left as they are. More is in ${logFile}.`,
  );
}

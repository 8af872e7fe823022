import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AppLock, takeAppLock } from "#db/embedded/app-lock.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import { launch, type ServerPlan } from "#db/embedded/launch.ts";
import { launchPgCtl } from "#db/embedded/launch-pg-ctl.ts";
import { isServerOf, readPostmasterFile, removeStaleFile } from "#db/embedded/postmaster-file.ts";

export interface Server {
  pid: number;
  lock: AppLock;
  /** Whether this process started it, and so may stop it. */
  owned: boolean;
}

/** Far longer than any stop or start takes that somebody else has under way. */
const patienceMs = 60_000;

/**
 * One running server on the folder, locked for this process: the one that runs there already, or a new one. Any
 * number of starts may do this at the same moment; PostgreSQL lets one server live and its lock lets one of us stay.
 */
export async function bringUp(plan: ServerPlan): Promise<Server> {
  const start = process.platform === "win32" ? launchPgCtl : launch;
  const until = Date.now() + patienceMs;
  let launched: number | null = null;
  do {
    const file = await readPostmasterFile(plan.data);
    const lock = file && (await takeAppLock(plan.address));
    if (lock && "heldBy" in lock) throw inUse(plan.data, lock.heldBy);
    if (lock) return { pid: file.pid, lock, owned: file.pid === launched };
    // The socket was asked first and the process second: a file alone proves nothing.
    if (file && (await isServerOf(plan.data, file.pid))) {
      await sleep(20); // starting up or shutting down
    } else {
      if (file) await removeStaleFile(plan.data, file);
      launched = await start(plan);
      if (launched === null) await sleep(50);
    }
  } while (Date.now() < until);
  throw new EmbeddedError(
    "start",
    `The database in ${plan.data} did not answer for ${patienceMs / 1000} seconds. The data were left as they are. More is in ${plan.logFile}.`,
  );
}

function inUse(data: string, pid: number): EmbeddedError {
  return new EmbeddedError(
    "in-use",
    `Leerlus is running already with the data in ${dirname(data)} (process ${pid}). Nothing was changed. Stop that process first, or give this one another data folder.`,
  );
}

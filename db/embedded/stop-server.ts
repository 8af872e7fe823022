import { setTimeout as sleep } from "node:timers/promises";
import type { ServerPlan } from "#db/embedded/launch.ts";
import { isAlive, readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { run } from "#db/embedded/run.ts";

/** Closing down writes everything to its place; after this long it is cut short, and the next start replays the log. */
const patienceMs = 20_000;

/** Stops the server with this process id, without waiting for the connections that are open. No committed row is at risk. */
export async function stopServer({ data, binaries, account }: ServerPlan, pid: number): Promise<void> {
  if (process.platform === "win32") {
    // There a signal would be a kill.
    await run(binaries.pgCtl, ["stop", "-D", data, "-m", "fast", "-w", "-s"], account);
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    // The server that died and left its number to some other process is not signalled.
    if ((await readPostmasterFile(data))?.pid !== pid || !isAlive(pid)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + patienceMs; isAlive(pid) && Date.now() < until; ) await sleep(10);
  }
}

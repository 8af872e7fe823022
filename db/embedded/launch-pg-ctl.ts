import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type ServerPlan, startFailed } from "#db/embedded/launch.ts";
import { readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { spawnOptions } from "#db/embedded/run.ts";
import { serverSettings } from "#db/embedded/server-settings.ts";

/**
 * The start for Windows, where only pg_ctl can lay down an administrator's rights, which PostgreSQL refuses to run
 * with. pg_ctl waits for the process id of its own child, and gives up only when that child does.
 */
export async function launchPgCtl(plan: ServerPlan): Promise<number | null> {
  const settings = Object.entries({ ...serverSettings(plan.address), ...plan.settings });
  // One text for a shell to split: fit for an address without folders only, which is what Windows has.
  const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(" ");
  const logStart = (await readFile(plan.logFile, "utf8").catch(() => "")).length;
  const child = spawn(
    plan.binaries.pgCtl,
    ["start", "-D", plan.data, "-w", "-t", "86400", "-s", "-l", plan.logFile, "-o", options],
    // Pipes would be inherited by the server, and never end.
    { ...spawnOptions(plan.account), stdio: "ignore" },
  );
  const [over] = await once(child, "exit").catch((error: unknown) => [error]);
  const file = await readPostmasterFile(plan.data);
  if (over === 0 && file) return file.pid;
  const said = (await readFile(plan.logFile, "utf8").catch(() => "")).slice(logStart);
  if (/"postmaster\.pid" already exists|pre-existing shared memory block|another server/.test(said)) return null;
  throw startFailed(plan, said, over);
}

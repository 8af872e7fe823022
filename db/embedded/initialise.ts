import { existsSync } from "node:fs";
import { chown, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account } from "#db/embedded/account.ts";
import type { Binaries } from "#db/embedded/binaries.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import { isAlive } from "#db/embedded/postmaster-file.ts";
import { run } from "#db/embedded/run.ts";

/**
 * Byte order and no locale of the machine's: the same index order on every system, and no re-indexing after an upgrade
 * of the C library. What a person reads sorted is sorted by `collate "und-x-icu"` in the query.
 */
export const collation = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/**
 * Makes the data folder when there is none. It is made under another name and renamed when whole, so that neither a
 * kill halfway nor a second start at the same moment ever leaves half a cluster under the name that is used.
 */
export async function initialise(
  binaries: Binaries,
  data: string,
  account: Account,
  authentication = ["--auth=trust"],
  locale = collation,
): Promise<void> {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const fresh = await mkdtemp(`${data}.new-${process.pid}-`);
  if (account) await chown(fresh, account.uid, account.gid);
  const parameters = ["-D", fresh, "-U", "postgres", "-E", "UTF8", ...locale, ...authentication];
  const { status, output } = await run(binaries.initdb, parameters, account);
  const moved =
    status === 0 &&
    (await rename(fresh, data).then(
      () => true,
      () => false,
    ));
  if (moved) return syncFolder(dirname(data));
  await rm(fresh, { recursive: true, force: true });
  if (existsSync(join(data, "PG_VERSION"))) return; // another start was as quick: its data are as good
  const reason = status === 0 ? "the folder is there already and holds something else" : output || `status ${status}`;
  throw new EmbeddedError(
    "start",
    `The data folder ${data} could not be made (${reason}). Nothing was left behind. Put that right, and start again.`,
  );
}

/** Else a power cut could take the rename back, and with it all that was saved since. Windows cannot and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/**
 * Removes what a start left behind in `home` that was killed while making the data or copying the programs; one that
 * is still at it is let alone.
 */
export async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = name.match(/^(?:postgres|binaries-.+)\.new-(\d+)-/)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => {}); // only tidiness
  }
}

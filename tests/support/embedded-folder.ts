import { chmod, mkdtemp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { openDatabase } from "#db/client.ts";
import { accountFor } from "#db/embedded/account.ts";
import { prepareBinaries } from "#db/embedded/binaries.ts";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "#db/embedded/index.ts";
import { initialise } from "#db/embedded/initialise.ts";
import { run } from "#db/embedded/run.ts";
import { clusterPrefix, endCluster } from "#tests/support/forsaken-clusters.ts";

/** An empty folder for the embedded database of one test; whatever still runs on it at the end is ended. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(clusterPrefix(process.pid));
  await chmod(folder, 0o755); // PostgreSQL's account passes through
  onTestFinished(() => endCluster(folder));
  return folder;
}

let initialised: Promise<string> | undefined;
afterAll(async () => initialised && endCluster(dirname(await initialised)));

/** The same with new data in it already: copied, which is far cheaper than to make them for every test. */
export async function embeddedFolder(): Promise<string> {
  initialised ??= initialiseOnce();
  const [folder, data] = await Promise.all([emptyFolder(), initialised]);
  const { status, output } = await run("/bin/cp", ["-a", data, dataOf(folder)], null);
  if (status !== 0) throw new Error(output);
  return folder;
}

async function initialiseOnce(): Promise<string> {
  const folder = await mkdtemp(clusterPrefix(process.pid));
  await chmod(folder, 0o755);
  const account = await accountFor(dataOf(folder));
  const binaries = await prepareBinaries(folder, account);
  await initialise(binaries, dataOf(folder), account, ["--auth=trust", "--no-sync"]);
  return dataOf(folder);
}

/** `startEmbedded` without a log, stopped when the test is over. */
export async function start(folder: string, options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ folder, log: { info: () => {}, warn: () => {} }, ...options });
  onTestFinished(() => embedded.stop());
  return embedded;
}

/** One statement on the database of `url`, over a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const { sql, close } = openDatabase(url, { max: 1 });
  return sql.unsafe(statement).finally(close);
}

export const dataOf = (folder: string) => join(folder, "postgres");

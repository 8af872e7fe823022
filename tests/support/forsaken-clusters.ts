import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, isServerOf, readPostmasterFile } from "#db/embedded/postmaster-file.ts";

/** The test process is named in its clusters' folders, so that a later run can tell whose owner is gone. */
export const clusterPrefix = (owner: number) => join(tmpdir(), `leerlus-test-${owner}-`);

/** A test run that was killed could not stop its clusters: the next one ends them and removes their folders. */
export async function sweepForsakenClusters(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(name.match(/^leerlus-test-(\d+)-/)?.[1]);
    // Another run may be sweeping at this moment, and it may be another account's.
    if (owner && !isAlive(owner)) await endCluster(join(tmpdir(), name)).catch(() => {});
  }
}

/** Kills the server on `folder`/postgres, if there is one, and removes the folder. */
export async function endCluster(folder: string): Promise<void> {
  const data = join(folder, "postgres");
  const file = await readPostmasterFile(data);
  if (file && (await isServerOf(data, file.pid))) process.kill(file.pid, "SIGKILL");
  // Its children write their last while they leave.
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

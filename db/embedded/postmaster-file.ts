import { link, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "#db/embedded/run.ts";

/** What a running (or killed) PostgreSQL has written into `postmaster.pid` of its data folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  socketFolder: string;
  /** Also true in a file that a killed server left: compare the process id before believing it. */
  saysReady: boolean;
}

export async function readPostmasterFile(data: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null; // being written at this moment
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? "", saysReady: lines[7] === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** Whether process `pid` is the server of this data folder, and not one that got the same number after a restart. */
export async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // A server works in its data folder. /proc tells on Linux, where `ps` may be missing; elsewhere its command line does.
  if (process.platform === "linux")
    return (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === (await realpath(data));
  if (process.platform === "win32") return true;
  return (await run("ps", ["-ww", "-o", "command=", "-p", String(pid)], null)).output.includes(data);
}

/**
 * PostgreSQL takes over a dead server's file by itself, except when that process id is in use again by something
 * else: then it refuses to start, after every power cut with bad luck. Call it only when nothing answers and
 * `isServerOf` says no. Children that a killed server left are still found by their shared memory.
 */
export async function removeStaleFile(data: string, stale: PostmasterFile): Promise<void> {
  if (!isAlive(stale.pid)) return;
  const file = join(data, "postmaster.pid");
  const aside = `${file}.stale-${process.pid}`;
  // Taken aside and read again: meanwhile another start may have put a good one in its place.
  if (
    !(await rename(file, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  const taken = Number((await readFile(aside, "utf8")).split("\n")[0]);
  if (taken !== stale.pid) await link(aside, file).catch(() => {});
  else if (stale.socketFolder) await rm(join(stale.socketFolder, `.s.PGSQL.${stale.port}.lock`), { force: true });
  await rm(aside, { force: true });
}

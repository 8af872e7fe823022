import { spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const MEGABYTE = 1_048_576;

/** A file system of its own, in memory, that a test can fill to the last byte. */
export interface SmallDisk {
  folder: string;
  fill(): Promise<void>;
  free(): Promise<void>;
  unmount(): void;
}

/** Mounts one on `folder`, which it makes, for everybody to write in. @returns null where we may not mount. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  await mkdir(folder, { recursive: true });
  const options = `size=${megabytes}m,mode=0777`;
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status !== 0) return null;
  const ballast = join(folder, "ballast");
  return {
    folder,
    // Ends with an error when there is no room for the rest, and what fitted in stays.
    fill: () => writeFile(ballast, Buffer.alloc((megabytes + 1) * MEGABYTE)).catch(() => {}),
    free: () => rm(ballast, { force: true }),
    unmount: () => void spawnSync("umount", [folder]),
  };
}

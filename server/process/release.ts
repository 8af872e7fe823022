import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type Release = { version: string; build: string };

/** Which release this is; `build` changes with every change of the sources, so that an open tab can see a new one. */
export async function readRelease(folder: string): Promise<Release> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const stamp = await readFile(join(folder, "build", "stamp"), "utf8").catch(() => "unbuilt");
  return { version, build: stamp.trim().slice(0, 12) };
}

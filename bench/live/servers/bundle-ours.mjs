import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("../../../", import.meta.url));
/**
 * As scripts/build.mjs makes the server: one bundle, and each worker thread as a file of its own beside it, in
 * build/<name>. Plugins of esbuild may make it otherwise.
 */
export async function bundleOurs(name = "bench", plugins = []) {
  const folder = join(project, "build", name);
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: project,
    entryPoints: [
      { in: "bench/live/servers/ours.ts", out: "main" },
      { in: "bench/live/servers/seed-ours.ts", out: "seed" },
      ...workers(),
    ],
    outdir: folder,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    plugins,
  });
  return { server: join(folder, "main.js"), seed: join(folder, "seed.js") };
}

function workers() {
  return ["db", "realtime"].flatMap((part) =>
    readdirSync(join(project, part), { recursive: true })
      .filter((path) => path.endsWith(".worker.ts"))
      .map((path) => ({ in: join(part, path), out: path.split(/[\\/]/).at(-1).replace(/\.ts$/, "") })),
  );
}

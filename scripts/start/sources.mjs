import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./project.mjs";

const FOLDERS = ["app", "content", "db", "domain", "public", "realtime", "server"];
const FILES = ["package.json", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"];

/**
 * One hash over everything that a build is made from. Of contents, because dates change with every checkout; some
 * hundred small files take a few hundredths of a second.
 */
export function hashSources() {
  const hash = createHash("sha256");
  for (const path of [...FOLDERS.flatMap(filesIn), ...FILES, ...builders()].sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(project, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(project.length + 1));
}

/** All of them: a list of what the builder imports would one day lack a file, and an old build would be taken for new. */
const builders = () =>
  readdirSync(join(project, "scripts"))
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => join("scripts", name));

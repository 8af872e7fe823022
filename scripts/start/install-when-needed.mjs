import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project, requireWritable } from "./project.mjs";
import { runProgram } from "./run-program.mjs";
import { Sentence, say } from "./sentence.mjs";

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** Installs exactly what package-lock.json says, unless that is what node_modules holds already. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  requireWritable("its packages must be installed there first");
  say("Installing packages (once, about a minute)…");
  const online = await reachesRegistry();
  const { failed, words } = await runProgram(npm(), [
    "ci",
    // The build needs them, whatever NODE_ENV says.
    "--include=dev",
    "--include=optional",
    // Nothing we use needs an install script, and what does not run cannot do harm or fail.
    "--ignore-scripts",
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
    ...(online ? [] : ["--offline"]),
  ]);
  if (!failed && isInstalled()) return;
  if (!online || NO_NETWORK.test(words)) {
    throw new Sentence(
      "The packages could not be fetched: there is no network, or the package registry does not answer. Check the connection and type npm start again. Nothing is lost.",
    );
  }
  if (/ENOSPC/.test(words))
    throw new Sentence("The packages do not fit: the disk is full. Make room (1 GB) and type npm start again.");
  throw new Sentence(`The packages could not be installed. npm said:\n\n${words.trim()}`);
}

/**
 * Asked first, by npm itself because it knows about proxies: without a network, `npm ci` tries every package in turn for
 * minutes. Packages of an earlier installation may still be in npm's own store.
 */
async function reachesRegistry() {
  const { words } = await runProgram(npm(), ["ping", "--fetch-retries=1", "--fetch-retry-mintimeout=500"]);
  return !NO_NETWORK.test(words);
}

/** Compares versions, not dates: a checkout or a copy changes dates without changing anything. */
function isInstalled() {
  try {
    const wanted = packagesOf("package-lock.json");
    const present = packagesOf("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
      // Packages for other platforms are in the lock and rightly not on the disk.
      if (path === "" || ((optional || devOptional || peer) && !present[path])) return true;
      return present[path]?.version === version;
    });
  } catch {
    return false;
  }
}

const packagesOf = (file) => JSON.parse(readFileSync(join(project, file), "utf8")).packages;

/** The npm that started us, else the one that came with this Node. */
function npm() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  const found = places.find((place) => place?.endsWith("npm-cli.js") && existsSync(place));
  if (!found) throw new Sentence("npm was not found beside Node.js. Type npm ci once, and then npm start.");
  return found;
}

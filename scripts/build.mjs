// Builds what production runs: build/app (pages and browser files, by Remix), build/server (all that Node runs, with the
// pages and the packages), build/stamp.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { buildServer, serverFiles } from "./server-bundle.mjs";
import { compiledCode, stampFile } from "./start/build-when-stale.mjs";
import { project } from "./start/project.mjs";
import { runProgram } from "./start/run-program.mjs";
import { say } from "./start/sentence.mjs";
import { hashSources } from "./start/sources.mjs";

const SQUEEZED = /\.(css|html|ico|js|json|svg|txt|webmanifest|xml)$/;
const WORTH_SQUEEZING_BYTES = 1024;
const browserFiles = join(project, "build", "app", "client");

const stamp = hashSources();
rmSync(stampFile, { force: true });
rmSync(compiledCode, { recursive: true, force: true });
await buildPages();
await buildServer();
squeezeBrowserFiles();
writeFileSync(stampFile, `${stamp}\n`);
printSizes();

async function buildPages() {
  const cli = join(project, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const args = ["vite:build", "--logLevel", "warn"];
  const { failed, words } = await runProgram(cli, args, { env: { NODE_ENV: "production" } });
  if (words.trim()) process.stderr.write(`${words.trim()}\n`);
  if (failed) process.exit(1);
}

/** Brotli at its best is too slow for a request and right for a build: the server sends these as they are. */
function squeezeBrowserFiles() {
  for (const { path, bytes } of filesIn(browserFiles)) {
    if (!SQUEEZED.test(path) || bytes < WORTH_SQUEEZING_BYTES) continue;
    const content = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  }
}

function printSizes() {
  const kb = (files) => `${Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)} kB`;
  const browser = filesIn(browserFiles);
  const scripts = browser.filter(({ path }) => path.endsWith(".js"));
  const squeezed = browser.filter(({ path }) => path.endsWith(".js.br"));
  say(`browser scripts  ${kb(scripts)} in ${scripts.length} files (${kb(squeezed)} brotli)`);
  say(`browser styles   ${kb(browser.filter(({ path }) => path.endsWith(".css")))}`);
  say(`page bundle      ${kb(filesIn(join(project, "build", "app", "server")))}`);
  say(`server bundle    ${kb(filesIn(serverFiles).filter(({ path }) => path.endsWith(".js")))}`);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path, bytes: statSync(path).size }));
}

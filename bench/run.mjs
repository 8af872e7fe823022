// `npm run bench -- live …`, `choices …`, and the smaller ones named below: installs what the bench needs beside the application, and runs it.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bench = fileURLToPath(new URL(".", import.meta.url));
const project = join(bench, "..");
const LOAD_CORE = "1";
const programs = {
  live: "bench/live/main.ts",
  choices: "bench/choices/main.ts",
  bus: "bench/bus/main.ts",
  gate: "bench/gate.ts",
};
const PINNED = ["live", "choices"];

const [name, ...words] = process.argv.slice(2);
const program = programs[name];
if (!program) stop(`npm run bench -- ${Object.keys(programs).join(" | ")}`);
if (name !== "gate") installWhenNeeded();
if (PINNED.includes(name)) {
  if (spawnSync("/usr/lib/postgresql/15/bin/postgres", ["--version"]).error && !process.env.TEST_POSTGRES_BIN)
    stop("PostgreSQL 15 is not where Debian puts it. TEST_POSTGRES_BIN names the folder of its programs.");
}

const cores = availableParallelism();
const pin = PINNED.includes(name) && process.platform === "linux" && cores > 1 ? ["taskset", "-c", LOAD_CORE] : [];
const [command, ...rest] = [...pin, process.execPath, "--import", "tsx", program, ...words];
const child = spawn(command, rest, {
  cwd: project,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", BENCH_CORES: String(cores) },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));

/** Into bench/node_modules, which nothing else uses. No install scripts: nothing here needs one. */
function installWhenNeeded() {
  if (packagesOf("package-lock.json") === packagesOf("node_modules/.bench-lock.json")) return;
  process.stdout.write("Installing the servers to compare with (once, about a minute)…\n");
  const npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", npm, { cwd: bench, stdio: "inherit" });
  if (status !== 0) stop("The servers to compare with could not be installed.");
  spawnSync("cp", ["package-lock.json", "node_modules/.bench-lock.json"], { cwd: bench });
}

function packagesOf(file) {
  try {
    return readFileSync(join(bench, file), "utf8");
  } catch {
    return null;
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

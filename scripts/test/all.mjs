import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "../start/build-when-stale.mjs";
import { installWhenNeeded } from "../start/install-when-needed.mjs";
import { project } from "../start/project.mjs";
import { runProgram } from "../start/run-program.mjs";
import { inSentences, Sentence, say } from "../start/sentence.mjs";
import { least, playwrightCount, vitestCount } from "./counts.mjs";
import { findBrowser } from "./find-browser.mjs";

/**
 * Everything; with `--quick` what needs neither a browser nor a build, and with `--quick --tests` its tests alone, for
 * another Node or database, where types and lint say the same again; with `--only=integration` that one suite; with
 * `--faults` the fault cases at full length, or those that match the word after it. The last line says how many tests
 * ran, and the number may not shrink unseen; before it stands once more what failed, each line after a ✗.
 */
const quick = process.argv.includes("--quick");
const testsOnly = quick && process.argv.includes("--tests");
const atLength = process.argv.includes("--faults");
const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const reports = join(project, "test-results");
const bin = (file) => join(project, "node_modules", file);
const counts = { passed: 0, failed: 0 };
const failures = [];

await inSentences(async () => {
  await installWhenNeeded();
  rmSync(reports, { recursive: true, force: true });
  if (atLength) return faultsAtLength();
  if (only) return vitest(only);
  const browser = quick ? undefined : await findBrowser();

  if (!testsOnly) await check("lint", bin("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]);
  // Side by side: each keeps little more than one core busy.
  const types = testsOnly ? null : check("types", bin("typescript/bin/tsc"), ["--noEmit"]);
  if (!quick) await build();
  await types;
  if (!quick) await check("size of the pages", join(project, "scripts/bundle-limits.mjs"), []);
  await vitest("unit");
  await vitest("integration");
  if (quick) return;
  await vitest("contract");
  await vitest("faults");
  await count("browser", bin("@playwright/test/cli.js"), ["test"], playwrightCount, { BROWSER_PATH: browser });
});

const wanted = atLength ? 1 : least(only ?? (quick ? "quick" : "all"));
if (counts.passed < wanted) {
  failures.push(`only ${counts.passed} tests passed, and at least ${wanted} have to (scripts/test/least.json)`);
}
for (const failure of failures) say(failure.replace(/^/gm, "✗ "));
process.exitCode = failures.length > 0 ? 1 : 0;
say(`${counts.passed} passed, ${Math.max(counts.failed, process.exitCode)} failed`);

async function build() {
  say("\n— build");
  await buildWhenStale();
}

/** `npm run test:faults -- T75` */
async function faultsAtLength() {
  const [pattern] = process.argv.slice(process.argv.indexOf("--faults") + 1);
  const which = pattern ? ["--testNamePattern", pattern] : [];
  await build();
  const program = ["run", "--project", "faults", ...which];
  await count("faults", bin("vitest/vitest.mjs"), program, vitestCount, { FAULTS: "full" }, pattern !== undefined);
}

function vitest(name) {
  return count(name, bin("vitest/vitest.mjs"), ["run", "--project", name], vitestCount);
}

async function check(name, program, args) {
  say(`\n— ${name}`);
  const { failed } = await runProgram(program, args, { show: true });
  if (failed) failures.push(name);
}

async function count(name, program, args, counter, env = {}, isChoice = false) {
  say(`\n— ${name}`);
  const report = join(reports, `${name}.json`);
  const { failed } = await runProgram(program, [...args, ...counter.reporters(report)], {
    show: true,
    env: { ...env, ...counter.env(report) },
  });
  const counted = counter.read(report);
  if (!counted) throw new Sentence(`The ${name} tests ended without a report.`);
  counts.passed += counted.passed;
  counts.failed += counted.failed;
  failures.push(...counted.failures);
  if (failed && counted.failures.length === 0)
    failures.push(`the ${name} tests ended badly, though none of them failed`);
  if (counted.skipped > 0 && !isChoice)
    failures.push(`${counted.skipped} ${name} tests were skipped; a test runs or is removed`);
}

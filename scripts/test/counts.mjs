import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { project } from "../start/project.mjs";

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

export const vitestCount = {
  reporters: (file) => ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  env: () => ({}),
  read(file) {
    const report = readJson(file);
    if (!report) return null;
    return {
      passed: report.numPassedTests,
      // A file that could not even be loaded holds no test, and is a failure all the same.
      failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults.flatMap(failuresOfFile),
    };
  },
};

export const playwrightCount = {
  reporters: () => ["--reporter=list,json"],
  env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  read(file) {
    const report = readJson(file);
    if (!report) return null;
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped, failures: report.suites.flatMap(failuresOfSuite) };
  },
};

function failuresOfFile(file) {
  const where = relative(project, file.name);
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && file.status === "failed") return [failure(where, file.message)];
  return failed.map((test) => failure(`${where} › ${test.fullName}`, test.failureMessages.join("\n")));
}

function failuresOfSuite(suite) {
  const own = (suite.specs ?? []).filter((spec) => !spec.ok);
  const errors = (spec) => spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? []));
  return [
    ...own.map((spec) => failure(`${spec.file}:${spec.line} › ${spec.title}`, errors(spec).map(said).join("\n"))),
    ...(suite.suites ?? []).flatMap(failuresOfSuite),
  ];
}

const said = (error) => error.message ?? error.value ?? "";

/** The name of a test, and below it how its error begins. */
function failure(name, message = "") {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim());
  return [name, ...lines.slice(0, 8).map((line) => `  ${line}`)].join("\n");
}

/** How many tests there are at the least: raised with every landing, so that the number never shrinks unseen. */
export const least = (suite) => readJson(join(project, "scripts/test/least.json"))[suite] ?? 1;

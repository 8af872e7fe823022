import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
    };
  },
};

export const playwrightCount = {
  reporters: () => ["--reporter=list,json"],
  env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  read(file) {
    const stats = readJson(file)?.stats;
    return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped } : null;
  },
};

/** How many tests there are at the least: raised with every landing, so that the number never shrinks unseen. */
export const least = (suite) => readJson(join(project, "scripts/test/least.json"))[suite] ?? 1;

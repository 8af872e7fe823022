import { defineConfig } from "@playwright/test";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  // Each worker has a world of its own (server, database, demo); two cores carry one of them well.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    viewport: { width: 1366, height: 900 },
    actionTimeout: 10_000,
    trace: "retain-on-failure",
    launchOptions: {
      args: ARGS,
      // find-browser.mjs says which browser there is; without it Playwright looks for its own.
      ...(process.env.BROWSER_PATH && { executablePath: process.env.BROWSER_PATH }),
    },
  },
});

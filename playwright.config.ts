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
  // Each worker has a world of its own (server, database, demo): the one asks addresses while the other looks at screens.
  workers: 2,
  projects: [
    // All on one stage, which takes a while to set.
    { name: "addresses", testMatch: "**/e2e/access/*.spec.ts", workers: 1 },
    { name: "screens", testIgnore: "**/e2e/access/*" },
  ],
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // No test asserts how long something takes; these only end what will never come, on a machine with other work too.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    viewport: { width: 1366, height: 900 },
    actionTimeout: 20_000,
    // TRACE=1 keeps what a failing test did, to be walked through; it slows every test down.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      args: ARGS,
      // find-browser.mjs says which browser there is; without it Playwright looks for its own.
      ...(process.env.BROWSER_PATH && { executablePath: process.env.BROWSER_PATH }),
    },
  },
});

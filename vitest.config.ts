import { defineConfig } from "vitest/config";

/** One set of loaded modules per worker: to load them anew for each file took longer than the tests themselves. */
const SHARED = { isolate: false, maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{app,content,db,domain,realtime,server,tests/structure}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
          // Nothing here takes so long, but the machine may have other work: no test asserts a time.
          testTimeout: 30_000,
          ...SHARED,
        },
      },
      {
        test: {
          name: "integration",
          sequence: { groupOrder: 1 },
          include: ["{db,realtime,server}/**/*.db.test.ts", "tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...SHARED,
        },
      },
      {
        test: {
          // What stands around us: embedded PostgreSQL with its folder and its processes, Redis.
          name: "contract",
          sequence: { groupOrder: 1 },
          include: ["tests/contract/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          // Real processes of the built server, killed and cut off; `npm test` builds first.
          name: "faults",
          sequence: { groupOrder: 2 },
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

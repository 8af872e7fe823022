import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, describe, expect, test } from "vitest";

const { forbidden, options } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
const LAYERS = ["app", "content", "db", "domain", "realtime", "server"];

async function violations(paths: string[]): Promise<string[]> {
  const { output } = await cruise(paths, { ...options, validate: true, ruleSet: { forbidden } }, undefined, {
    tsConfig: extractTSConfig("tsconfig.json"),
  });
  const { summary } = output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test("the house keeps its one-way rule, its faces and no import cycles", { timeout: 120_000 }, async () => {
  expect(await violations(LAYERS)).toEqual([]);
});

describe("each rule refuses a planted violation", () => {
  const planted: string[] = [];
  afterAll(() => {
    for (const file of planted) rmSync(file, { force: true });
  });

  test.each([
    ["domain-is-pure", "domain/planted.ts", 'import "node:fs";'],
    ["db-knows-no-upper-layer", "db/planted.ts", 'import "#server/input.ts";'],
    ["server-and-realtime-are-strangers", "server/planted/planted.ts", 'import "#realtime/wire.ts";'],
    ["realtime-and-server-are-strangers", "realtime/planted.ts", 'import "#server/input.ts";'],
    ["app-uses-faces", "app/planted.ts", 'import "#db/ids.ts";'],
    ["app-uses-server-faces", "app/planted.ts", 'import "#server/cycles/move-cycle.ts";'],
    ["nouns-meet-through-faces", "server/planted/planted.ts", 'import "#server/cycles/move-cycle.ts";'],
    ["only-db-imports-drizzle", "server/planted/planted.ts", 'import "drizzle-orm";'],
    ["only-sessions-imports-lucia", "server/planted/planted.ts", 'import "lucia";'],
    ["no-zod-in-the-browser", "app/planted.ts", 'import "zod";'],
  ])("%s", { timeout: 60_000 }, async (rule, file, source) => {
    planted.push(file);
    mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    writeFileSync(file, `${source}\n`);
    try {
      expect((await violations([file])).filter((line) => line.startsWith(`${rule}: `))).not.toEqual([]);
    } finally {
      rmSync(file, { force: true });
      rmSync("server/planted", { recursive: true, force: true });
    }
  });
});

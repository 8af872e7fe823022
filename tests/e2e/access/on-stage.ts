import { test as base, expect } from "@playwright/test";
import { startWorld, type World } from "#tests/support/world.ts";
import { CAST, type Relation } from "./cast.ts";
import { type KeptRows, keepRows } from "./rows.ts";
import { arrange, type Scene } from "./stage.ts";

/** A world of its own, arranged for the cast: the other browser tests meet the story as it was told. */
export interface Stage {
  world: World;
  scene: Scene;
  rows: KeptRows;
  /** A cookie for everybody in the cast; null for the visitor. */
  cookies: ReadonlyMap<Relation, string | null>;
}

export const test = base.extend<object, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const world = await startWorld();
      const { sql } = world.database();
      const scene = await arrange(sql);
      const cookies = new Map<Relation, string | null>();
      for (const { relation, person } of CAST) cookies.set(relation, person ? await world.cookieOf(person) : null);
      await use({ world, scene, rows: await keepRows(sql), cookies });
      await world.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
export { expect };

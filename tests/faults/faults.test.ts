import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isFull, keep } from "./case.ts";
import { cases } from "./cases/index.ts";
import { type Ground, prepareGround } from "./ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await prepareGround();
});
afterAll(() => ground?.stop());
beforeEach(() => ground.heal());

describe(isFull ? "with real processes, in full" : "with real processes, in short", () => {
  test.each(cases)("$id: $sentence", { timeout: isFull ? 7_200_000 : 120_000 }, async ({ id, run }) => {
    keep(id, await run(ground));
    const said = ground.nodes.map((node) => node.output()).join("");
    expect(said).not.toContain("a fault that nothing caught");
  });
});

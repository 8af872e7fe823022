import { expect, test } from "vitest";
import * as z from "zod";
import { parse, requiredText } from "./input.ts";

test("a field for which the schema names no reason gets one that the screen has words for", () => {
  const schema = z.object({ cycleId: z.string(), ids: z.array(z.string()), title: requiredText(3) });
  expect(() => parse(schema, { ids: "x", title: "lang" })).toThrow(
    expect.objectContaining({ fields: { cycleId: "required", ids: "invalid", title: "too-long" } }),
  );
});

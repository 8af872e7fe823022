import { expect, test } from "vitest";
import type { Context } from "#server/context.ts";
import { documentTextOf } from "./document-text.server.ts";

test("a page whose text cannot be read in time is shown without it, and somebody is told", async () => {
  const errors: object[] = [];
  const ctx = {
    live: { readDocumentText: () => Promise.reject(new Error("text: too long")) },
    log: { error: (facts: object) => void errors.push(facts) },
  } as unknown as Context;
  expect(await documentTextOf(ctx, "d")).toBeNull();
  expect(errors).toMatchObject([{ documentId: "d", err: { message: "text: too long" } }]);
});

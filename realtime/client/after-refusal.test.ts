import { expect, it } from "vitest";
import { CODES, type Code } from "../wire.ts";
import { afterRefusal } from "./after-refusal.ts";

const reactions = (freshStarts = 0) =>
  Object.fromEntries(
    (Object.keys(CODES) as Code[]).map((code) => [code, afterRefusal(code, CODES[code].retry, freshStarts)]),
  );

it("answers every code of the protocol", () => {
  expect(reactions()).toEqual({
    NOT_FOUND: "wipe",
    FORBIDDEN: "wipe",
    REMOVED: "wipe",
    READ_ONLY: "stop writing",
    SCHEMA_TOO_OLD: "stop writing",
    SESSION_ENDED: "join again",
    INVALID_UPDATE: "give up",
    FOREIGN_CLIENT: "give up",
    TOO_BIG: "give up",
    BAD_MESSAGE: "give up",
    PROTOCOL_TOO_OLD: "give up",
    CLOCK_GAP: "start afresh",
    OUT_OF_ORDER: "join again",
    TOO_MANY: "join again",
    BLOCKED: "join again",
    DRAINING: "join again",
    TEMPORARY: "join again",
  });
});

it("does not compare with the server for ever", () => {
  expect(reactions(3).CLOCK_GAP).toBe("give up");
});

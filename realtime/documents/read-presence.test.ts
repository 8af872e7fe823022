import { describe, expect, test } from "vitest";
import { readPresenceState } from "./read-presence.ts";

const read = (state: unknown) => readPresenceState(new TextEncoder().encode(JSON.stringify(state)));
const place = { type: null, tname: "content", item: { client: 1, clock: 2 }, assoc: 0 };

describe("a presence state from a client", () => {
  test("is a cursor and nothing else", () => {
    expect(read({ cursor: { anchor: place, head: place, extra: 1 }, user: { name: "Dirk" }, more: [] })).toEqual({
      cursor: { anchor: place, head: place },
    });
    expect(read({ cursor: null })).toEqual({ cursor: null });
  });

  test("may leave out what is null in it", () => {
    expect(read({ cursor: { anchor: { item: { client: 1, clock: 2 } }, head: {} } })).toEqual({
      cursor: { anchor: { ...place, tname: null }, head: { type: null, tname: null, item: null, assoc: 0 } },
    });
  });

  test.each([
    ["nothing", null],
    ["a list", []],
    ["no cursor", { user: {} }],
    ["half a cursor", { cursor: { anchor: place } }],
    [
      "another root, which a colleague's document would get",
      { cursor: { anchor: { ...place, tname: "x" }, head: place } },
    ],
    ["an id that is none", { cursor: { anchor: { ...place, item: { client: "1", clock: 2 } }, head: place } }],
    ["a clock below zero", { cursor: { anchor: { ...place, item: { client: 1, clock: -1 } }, head: place } }],
    [
      "a client id over 32 bits",
      { cursor: { anchor: { ...place, type: { client: 2 ** 32, clock: 1 } }, head: place } },
    ],
    ["an association that is none", { cursor: { anchor: { ...place, assoc: 5 }, head: place } }],
  ])("with %s is none", (_what, state) => {
    expect(read(state)).toBeNull();
  });

  test("that is no JSON or no UTF-8 is none", () => {
    expect(readPresenceState(new TextEncoder().encode("{"))).toBeNull();
    expect(readPresenceState(Uint8Array.of(0xff, 0xfe))).toBeNull();
  });
});

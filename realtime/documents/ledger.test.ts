import { describe, expect, test } from "vitest";
import { Ledger, outboxKey } from "./ledger.ts";

const ANNA = "anna";
const BRAM = "bram";
const outbox = outboxKey(ANNA, "device");
const posting = (client: number, from: number, to: number, sequence: number, personId: string | null = ANNA) => ({
  personId,
  outbox: personId === ANNA ? outbox : null,
  sequence,
  facts: { clients: [{ client, from, to }] },
});

describe("the ledger", () => {
  test("counts what is on its way for the next update, and as saved only what is committed", () => {
    const ledger = new Ledger(new Map([[1, 10]]), new Map());
    const first = posting(7, 0, 4, 1);
    expect(ledger.admit(first)).toEqual([7]);
    expect([ledger.clockOf(7), ledger.ownerOf(7), ledger.admittedUpTo(outbox)]).toEqual([4, ANNA, 1]);
    expect([ledger.vector.get(7), ledger.savedUpTo(outbox)]).toEqual([undefined, undefined]);
    ledger.commit(first);
    expect([ledger.vector.get(7), ledger.savedUpTo(outbox)]).toEqual([4, 1]);
  });

  test("forgets what was on its way when it falls back, and keeps what was committed", () => {
    const ledger = new Ledger(new Map(), new Map());
    const first = posting(7, 0, 4, 1);
    ledger.admit(first);
    ledger.admit(posting(8, 0, 2, 2));
    ledger.commit(first);
    ledger.fallBack();
    expect([ledger.clockOf(7), ledger.clockOf(8), ledger.ownerOf(8), ledger.admittedUpTo(outbox)]).toEqual([
      4,
      0,
      undefined,
      1,
    ]);
  });

  test("gives content of the server to nobody", () => {
    const ledger = new Ledger(new Map([[1, 10]]), new Map());
    expect(ledger.ownerOf(1)).toBeUndefined();
    expect(ledger.lease(1, ANNA)).toBe(false);
    ledger.commit(posting(1, 10, 12, 0, null));
    expect([ledger.clockOf(1), ledger.ownerOf(1)]).toEqual([12, undefined]);
  });

  test("keeps a client id for who announced it, until the last tab is gone", () => {
    const ledger = new Ledger(new Map(), new Map());
    expect([ledger.lease(7, ANNA), ledger.lease(7, ANNA), ledger.lease(7, BRAM)]).toEqual([true, true, false]);
    ledger.release(7);
    expect(ledger.ownerOf(7)).toBe(ANNA);
    ledger.release(7);
    expect(ledger.lease(7, BRAM)).toBe(true);
  });

  test("never moves an outbox backwards", () => {
    const ledger = new Ledger(new Map(), new Map());
    ledger.noteSaved(outbox, 5);
    ledger.noteSaved(outbox, 3);
    expect(ledger.savedUpTo(outbox)).toBe(5);
  });
});

import { describe, expect, it } from "vitest";
import { Outbox } from "./outbox.ts";

const bytes = (value: number) => Uint8Array.of(value);

describe("the outbox", () => {
  it("numbers updates from 1 without holes", () => {
    const outbox = new Outbox("s");
    expect([outbox.add(bytes(1)), outbox.add(bytes(2))].map((entry) => entry.sequence)).toEqual([1, 2]);
  });

  it("keeps everything until it is acknowledged, and counts cumulatively", () => {
    const outbox = new Outbox("s");
    for (let i = 1; i <= 5; i++) outbox.add(bytes(i));
    outbox.takeUnsent();
    expect(outbox.pending).toBe(5);
    outbox.acknowledge(3);
    expect(outbox.updates).toEqual([bytes(4), bytes(5)]);
    outbox.acknowledge(5);
    expect(outbox.pending).toBe(0);
  });

  it("ignores late, repeated and lost acknowledgements", () => {
    const outbox = new Outbox("s");
    for (let i = 1; i <= 5; i++) outbox.add(bytes(i));
    outbox.acknowledge(4);
    outbox.acknowledge(2);
    outbox.acknowledge(4);
    expect([outbox.savedUpTo, outbox.pending]).toEqual([4, 1]);
  });

  it("gives each update to a line once, and all that is not saved to the next line, under the same numbers", () => {
    const outbox = new Outbox("s");
    for (let i = 1; i <= 3; i++) outbox.add(bytes(i));
    expect(outbox.takeUnsent()).toHaveLength(3);
    outbox.add(bytes(4));
    expect(outbox.takeUnsent().map((entry) => entry.sequence)).toEqual([4]);
    outbox.acknowledge(2);
    outbox.rewind();
    expect(outbox.takeUnsent().map((entry) => entry.sequence)).toEqual([3, 4]);
  });

  it("is on the device only when the newest update is", () => {
    const outbox = new Outbox("s");
    outbox.add(bytes(1));
    outbox.add(bytes(2));
    outbox.noteStored(1);
    expect(outbox.isStored).toBe(false);
    outbox.noteStored(2);
    expect(outbox.isStored).toBe(true);
    outbox.add(bytes(3));
    expect(outbox.isStored).toBe(false);
    outbox.acknowledge(3);
    expect(outbox.isStored).toBe(true);
  });
});

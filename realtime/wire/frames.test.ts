import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, readVarint, unpack, varintSize, writeVarint } from "./bytes.ts";
import { readFrame, writeClientUpdate, writeFrame, writeSaved, writeUpdates } from "./frames.ts";

const number = fc.integer({ min: 0, max: 2 ** 45 - 1 });

describe("numbers on the wire", () => {
  test("come back as they went, in as many bytes as announced", () => {
    fc.assert(
      fc.property(number, (value) => {
        const bytes = new Uint8Array(varintSize(value));
        expect(writeVarint(bytes, 0, value)).toBe(bytes.length);
        expect(readVarint(bytes, 0)).toEqual({ value, next: bytes.length });
      }),
    );
  });

  test("are refused when cut off or without an end", () => {
    expect(readVarint(Uint8Array.of(), 0)).toBeNull();
    expect(readVarint(Uint8Array.of(0x80, 0x80), 0)).toBeNull();
    expect(readVarint(new Uint8Array(20).fill(0xff), 0)).toBeNull();
    expect(readVarint(Uint8Array.of(0x80, 1), 0, 1)).toBeNull();
  });
});

describe("byte strings", () => {
  test("come back as they went", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (parts) => {
        expect(unpack(pack(parts))!.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
      }),
    );
  });

  test("are refused when a length points behind the end", () => {
    expect(unpack(Uint8Array.of(3, 1, 2))).toBeNull();
    expect(unpack(Uint8Array.of(0x80))).toBeNull();
  });
});

describe("frames", () => {
  const update = Uint8Array.of(1, 2, 3);

  test("cost one byte for the first sixteen documents of a node", () => {
    expect(writeFrame(15, 1, update)).toHaveLength(4);
    expect(writeFrame(16, 1, update)).toHaveLength(5);
    expect(writeUpdates(3, [update])).toHaveLength(4);
  });

  test("never begin with the zero that announces a packet of the parser", () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 7 }), (channel, kind) => {
        const frame = writeFrame(Math.floor(channel / 8), kind, update);
        expect(frame[0]).not.toBe(0);
        expect(readFrame(frame)).toEqual({ channel: Math.floor(channel / 8), kind, payload: frame.length - 3 });
      }),
    );
  });

  test("hold several updates with their lengths", () => {
    const frame = writeUpdates(20, [update, Uint8Array.of(), update]);
    const head = readFrame(frame)!;
    expect(head).toMatchObject({ channel: 20, kind: 2 });
    expect(unpack(frame, head.payload)).toEqual([update, Uint8Array.of(), update]);
  });

  test("carry sequence and update from the client, and how far it is saved back", () => {
    const sent = writeClientUpdate(300, 70_000, update);
    const head = readFrame(sent)!;
    const sequence = readVarint(sent, head.payload)!;
    expect([head.channel, head.kind, sequence.value]).toEqual([300, 1, 70_000]);
    expect(sent.subarray(sequence.next)).toEqual(update);
    const saved = writeSaved(2, 70_000);
    expect(readVarint(saved, readFrame(saved)!.payload)!.value).toBe(70_000);
  });
});

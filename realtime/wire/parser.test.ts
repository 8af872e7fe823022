import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decoder, Encoder, type Packet } from "./parser.ts";

function decode(...frames: unknown[]): Packet[] {
  const packets: Packet[] = [];
  const decoder = new Decoder().on("decoded", (packet) => packets.push(packet));
  for (const frame of frames) decoder.add(frame);
  return packets;
}

const encode = (packet: Omit<Packet, "nsp">) => new Encoder().encode({ nsp: "/", ...packet });
const bytes = (...values: number[]) => Uint8Array.from(values);

describe("the parser", () => {
  test("sends document bytes as they are, with nothing around them", () => {
    expect(encode({ type: 2, data: ["frame", bytes(9, 1, 2)] })).toEqual([bytes(9, 1, 2)]);
    expect(decode(bytes(9, 1, 2))).toEqual([{ type: 2, nsp: "/", data: ["frame", bytes(9, 1, 2)] }]);
  });

  test.each<[string, Omit<Packet, "nsp">]>([
    ["a connect", { type: 0, data: { protocol: 1 } }],
    ["a connect without data", { type: 0 }],
    ["a disconnect", { type: 1 }],
    ["an event", { type: 2, data: ["notice", { keys: [["a", "é\u2028"]] }] }],
    ["an event that wants an answer", { type: 2, id: 12, data: ["watch", { topics: [] }] }],
    ["an answer", { type: 3, id: 12, data: [{ ok: true }] }],
    ["a refused connect", { type: 4, data: { message: "SESSION_ENDED" } }],
    ["an event with bytes", { type: 2, id: 3, data: ["join", { documentId: "d" }, bytes(0, 255)] }],
    ["an answer with no bytes in them", { type: 3, id: 0, data: [{ ok: true }, bytes()] }],
  ])("brings %s across unchanged, in one frame", (_what, packet) => {
    const frames = encode(packet);
    expect(frames).toHaveLength(1);
    expect(decode(...frames)).toEqual([{ nsp: "/", ...packet }]);
  });

  test("reads what a browser hands over", () => {
    expect(decode(bytes(9, 1).buffer)).toEqual([{ type: 2, nsp: "/", data: ["frame", bytes(9, 1)] }]);
  });

  test.each([
    ["an empty text", ""],
    ["an unknown type", "7[]"],
    ["a type of Socket.IO's own binary packets", '51-["x",{"_placeholder":true,"num":0}]'],
    ["another namespace", "0/admin,"],
    ["broken JSON", '2["join"'],
    ["an event that is no list", '2{"0":"join"}'],
    ["an event without a name", "2[1]"],
    ["an answer without a number", "3[]"],
    ["an event that poses as a disconnect", '2["disconnect"]'],
    ["an event that poses as an error", '2["error"]'],
    ["document bytes as text", '2["frame",[1,2]]'],
    ["a disconnect with data", "1[]"],
    ["an empty frame", bytes()],
    ["a header longer than the frame", bytes(0, 200, 1)],
    ["a header that is not UTF-8", bytes(0, 1, 0xff)],
    ["bytes without arguments", bytes(0, 1, 0x31, 5)],
    ["a number", 5],
  ])("throws on %s, on which the line is closed", (_what, frame) => {
    expect(() => decode(frame)).toThrow();
  });

  test("never does anything but throw or decode one packet, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 60 })), (frame) => {
        try {
          expect(decode(frame)).toHaveLength(1);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

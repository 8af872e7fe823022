import { expect, test } from "vitest";
import { prepareFrame } from "./prepared-frame.ts";

test("messages are framed for the line one after the other, whatever their length", () => {
  const lengths = [1, 125, 126, 65_535, 65_536];
  const { wire } = prepareFrame(...lengths.map((length) => new Uint8Array(length).fill(5)));
  const bytes = Buffer.from(wire);
  let at = 0;
  const read = lengths.map(() => {
    expect(bytes[at]).toBe(0x82);
    const short = bytes[at + 1]!;
    const [length, head] =
      short < 126
        ? [short, 2]
        : short === 126
          ? [bytes.readUInt16BE(at + 2), 4]
          : [Number(bytes.readBigUInt64BE(at + 2)), 10];
    at += head + length;
    return length;
  });
  expect(read).toEqual(lengths);
  expect(at).toBe(bytes.length);
});

import { EventEmitter } from "node:events";
import type { Socket } from "socket.io";
import { expect, test } from "vitest";
import { Outbound } from "./outbound.ts";
import { prepareFrame } from "./prepared-frame.ts";

/** Engine.io's connection, as far as it is used. */
function line() {
  const written: string[] = [];
  const network = { write: (bytes: Uint8Array) => written.push(`network ${bytes.length}`) };
  const connection = Object.assign(new EventEmitter(), {
    readyState: "open",
    writeBuffer: [] as unknown[],
    write: (bytes: Uint8Array) => written.push(`engine ${bytes.length}`),
    transport: { socket: { readyState: 1, bufferedAmount: 7, _socket: network } },
  });
  const outbound = new Outbound({ client: { conn: connection } } as unknown as Socket);
  return { outbound, connection, written };
}

const frame = prepareFrame(Uint8Array.of(9, 1, 2, 3));

test("a frame goes straight to the network when nothing waits before it", () => {
  const { outbound, written } = line();
  outbound.write(frame);
  expect(written).toEqual(["network 6"]);
  expect(outbound.unread).toBe(7);
});

test("a frame waits behind a packet that engine.io keeps back, and counts as unread until that has left", () => {
  const { outbound, connection, written } = line();
  connection.writeBuffer.push("the answer to a join");
  outbound.write(frame);
  expect(written).toEqual(["engine 6"]);
  expect(outbound.unread).toBe(13);
  connection.writeBuffer.length = 0;
  connection.emit("flush");
  expect(outbound.unread).toBe(7);
});

test("nothing is written behind the goodbye of a line that is closing", () => {
  const { outbound, connection, written } = line();
  connection.transport.socket.readyState = 2;
  outbound.write(frame);
  connection.transport.socket.readyState = 1;
  connection.readyState = "closing";
  outbound.write(frame);
  expect(written).toEqual([]);
});

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

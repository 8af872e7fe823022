import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { EngineLine, type WebSocket } from "./engine-line.ts";
import { prepareFrame } from "./prepared-frame.ts";
import { Turns } from "./turns.ts";

const LIMITS = {
  closeGraceMs: 1_000,
  frameBytes: 1_000,
  pingIntervalMs: 15_000,
  pingTimeoutMs: 15_000,
  unauthenticatedPackets: 3,
};

/** A WebSocket of `ws`, as far as it is used. */
function open() {
  const written: Uint8Array[] = [];
  const socket = Object.assign(new EventEmitter(), {
    readyState: 1,
    bufferedAmount: 7,
    cuts: 0,
    close: () => {
      socket.readyState = 2;
    },
    terminate: () => void socket.cuts++,
    _receiver: { _maxPayload: 4 },
    _socket: { write: (bytes: Uint8Array) => written.push(bytes) > 0, cork: () => {}, uncork: () => {} },
  });
  const line = new EngineLine(
    socket as unknown as WebSocket,
    { headers: { cookie: "session=1" } } as IncomingMessage,
    LIMITS,
  );
  const ends: string[] = [];
  line.on("close", (reason: string) => ends.push(reason));
  written.length = 0;
  const text = () => written.splice(0).map((bytes) => Buffer.from(bytes.subarray(2)).toString());
  return { line, socket, written, ends, text };
}

const said = (socket: EventEmitter, text: string) => socket.emit("message", Buffer.from(text), false);

test("packets and frames go to the network in the order of the calls", () => {
  const { line, written } = open();
  line.write("2[]");
  line.write(new Uint8Array(5_000));
  line.send(prepareFrame(Uint8Array.of(9, 1)));
  expect(written.map(({ length }) => length)).toEqual([6, 4, 5_000, 4]);
  expect(line.unread).toBe(7);
});

test("nothing is written behind the goodbye of a line that is closing", () => {
  const { line, socket, written } = open();
  socket.readyState = 2;
  line.send(prepareFrame(Uint8Array.of(9)));
  line.write(new Uint8Array(5_000));
  socket.readyState = 1;
  line.close();
  line.write("2[]");
  expect(written).toEqual([]);
});

test("a line that answers its pings lives, and one that does not is given up", () => {
  const { line, socket, ends, text } = open();
  const now = performance.now();
  line.beat(now + 14_000);
  expect(text()).toEqual([]);
  line.beat(now + 16_000);
  line.beat(now + 17_000);
  expect(text()).toEqual(["2"]);
  said(socket, "3");
  line.beat(now + 32_000);
  expect(text()).toEqual(["2"]);
  line.beat(now + 46_000);
  expect(ends).toEqual([]);
  line.beat(now + 48_000);
  expect(ends).toEqual(["ping timeout"]);
});

test("before it is known whose it is a line takes three packets, and no document frames past Socket.IO", () => {
  const { line, socket } = open();
  const heard: unknown[] = [];
  line.on("data", (data: unknown) => heard.push(data));
  said(socket, "40{}");
  socket.emit("message", Buffer.of(9, 1), true);
  said(socket, "3");
  expect(heard).toEqual(["0{}", Buffer.of(9, 1)]);
  expect(socket.cuts).toBe(0);
  said(socket, "42[]");
  expect(heard).toHaveLength(2);
  expect(socket.cuts).toBe(1);
});

test("afterwards document frames come straight, everything is counted, and what the counting ends is not read", () => {
  const { line, socket } = open();
  const heard: unknown[] = [];
  let left = 3;
  line.on("data", (data: unknown) => heard.push(data));
  line.admit(new Turns(10), {
    arrived: () => void (--left < 0 && line.close()),
    frame: (bytes) => heard.push(["frame", ...bytes]),
  });
  expect(socket._receiver._maxPayload).toBe(LIMITS.frameBytes);
  said(socket, "42[]");
  socket.emit("message", Buffer.of(9, 1), true);
  socket.emit("message", Buffer.of(0, 1), true);
  socket.emit("message", Buffer.of(9, 2), true);
  expect(heard).toEqual(["2[]", ["frame", 9, 1], Buffer.of(0, 1)]);
});

test("what is no packet of the protocol closes the line", () => {
  for (const text of ["2", "1", "b4AAA", "", "\u0000"]) {
    const { socket, ends } = open();
    said(socket, text);
    expect(ends).toEqual(["forced close"]);
  }
});

import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readBody } from "./read-body.ts";

let server: Server;
let port: number;
let results: Promise<Buffer | string>[];
let arrived: () => void = () => {};

beforeEach(async () => {
  results = [];
  server = createServer((request) => {
    results.push(readBody(request, 10));
    arrived();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A request of which `body` is sent, of the `announced` bytes. */
async function send(body: string, announced: number) {
  const next = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const socket = connect(port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${announced}\r\n\r\n${body}`);
  await next;
  return socket;
}

test("a body is read whole", async () => {
  await send("a=1&b=2", 7);
  expect(String(await results[0])).toBe("a=1&b=2");
});

test("what many senders hold open together is bounded, and free again when one goes away", async () => {
  const slow = await send("12345678", 9);
  await send("abc", 4);
  expect(await results[1]).toBe("busy");
  slow.destroy();
  expect(await results[0]).toBe("gone");
  await send("abc", 3);
  expect(String(await results[2])).toBe("abc");
});

import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientIp } from "./client-ip.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  ({ headers: { "x-forwarded-for": forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

test("a forged header is ignored without a trusted proxy", () => {
  expect(clientIp(from("192.0.2.1", "203.0.113.9"), false)).toBe("192.0.2.1");
});

test("behind the proxy, only what the proxy added itself counts", () => {
  expect(clientIp(from("10.0.0.1", "1.1.1.1, 203.0.113.9"), true)).toBe("203.0.113.9");
  expect(clientIp(from("10.0.0.1", "203.0.113.9, nonsense"), true)).toBe("10.0.0.1");
  expect(clientIp(from("10.0.0.1"), true)).toBe("10.0.0.1");
});

test("one address has one spelling", () => {
  expect(clientIp(from("::ffff:192.0.2.1"), false)).toBe("192.0.2.1");
  expect(clientIp(from("FE80::1%eth0"), false)).toBe("fe80::1");
});

import { expect, test } from "vitest";
import { baseHeaders, INERT_POLICY, pagePolicy } from "./security-headers.ts";

const local = { publicOrigins: ["http://localhost:3000"], developing: false } as const;
const online = { publicOrigins: ["https://leerlus.example"], developing: false } as const;
const directive = (policy: string, name: string) => policy.split("; ").find((each) => each.startsWith(`${name} `));

test("scripts run by nonce or from our own files, never inline", () => {
  expect(directive(pagePolicy("abc", online), "script-src")).toBe("script-src 'self' 'nonce-abc'");
  expect(directive(pagePolicy("abc", { ...online, developing: true }), "script-src")).not.toContain("unsafe");
});

test("style elements need the nonce, except while developing", () => {
  expect(directive(pagePolicy("abc", online), "style-src")).toBe("style-src 'self' 'nonce-abc'");
  expect(directive(pagePolicy("abc", { ...online, developing: true }), "style-src")).toContain("unsafe-inline");
});

test("pages talk to our own server and socket only", () => {
  expect(directive(pagePolicy("abc", online), "connect-src")).toBe("connect-src 'self' wss://leerlus.example");
  expect(directive(pagePolicy("abc", local), "connect-src")).toBe("connect-src 'self' ws://localhost:3000");
});

test("nobody may put a page of ours in a frame", () => {
  for (const policy of [pagePolicy("abc", local), INERT_POLICY]) {
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  }
});

test("https is insisted on only where https is what people use", () => {
  expect(baseHeaders(online)).toHaveProperty("Strict-Transport-Security");
  expect(baseHeaders(local)).not.toHaveProperty("Strict-Transport-Security");
  expect(pagePolicy("abc", local)).not.toContain("upgrade-insecure-requests");
});

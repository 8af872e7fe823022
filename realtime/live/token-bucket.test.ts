import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("a rate lets a burst through, then so many a second, and takes nothing when it says no", () => {
  let now = 0;
  const bucket = new TokenBucket(10, 20, null, () => now);
  expect(Array.from({ length: 21 }, () => bucket.take()).lastIndexOf(true)).toBe(19);
  now = 100;
  expect(bucket.take(2)).toBe(false);
  expect(bucket.take()).toBe(true);
  now = 1_000_000;
  expect(bucket.take(20)).toBe(true);
  expect(bucket.take()).toBe(false);
});

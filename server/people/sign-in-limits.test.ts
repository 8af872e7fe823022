import { expect, test } from "vitest";
import { networkOf } from "./sign-in-limits.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::", "fe80:0:0:0"],
  ["", ""],
])("tries from %j are counted against %j", (address, network) => expect(networkOf(address)).toBe(network));

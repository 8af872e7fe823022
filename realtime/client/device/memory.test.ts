import { describe, test } from "vitest";
import { memoryDevice } from "./memory.ts";
import { deviceContract } from "./testing/device-contract.ts";

describe("a device in memory", () => {
  for (const [sentence, proof] of Object.entries(deviceContract)) test(sentence, () => proof(memoryDevice()));
});

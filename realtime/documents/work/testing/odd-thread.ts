import { parentPort } from "node:worker_threads";
import { pack, unpack } from "../../../wire/bytes.ts";
import { type Job, type Outcome, READY } from "../thread.ts";

// A thread for tests: gives back what it gets, never comes back, throws, or falls over, as the task says.
parentPort?.on("message", ({ task, parts, details }: Job) => {
  while (task === "for ever") parts.fill(1);
  if (task === "fall over") throw new Error("a thread fell over");
  const outcome: Outcome =
    task === "throw" ? { ok: false, message: "no" } : { ok: true, value: details, parts: pack(unpack(parts) ?? []) };
  setTimeout(() => parentPort?.postMessage(outcome), task === "slowly" ? 100 : 0);
});
parentPort?.postMessage(READY);

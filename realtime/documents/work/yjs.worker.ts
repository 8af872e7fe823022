import { parentPort } from "node:worker_threads";
import { pack, unpack } from "../../wire/bytes.ts";
import { TASKS } from "./tasks.ts";
import { type Job, type Outcome, READY } from "./thread.ts";

// The thread in which Yjs runs. It holds nothing between two jobs, so ending it costs a start and nothing else.

parentPort?.on("message", async ({ task, parts, details }: Job) => {
  const outcome = await perform(task, unpack(parts) ?? [], details);
  parentPort?.postMessage(outcome, outcome.ok ? [outcome.parts.buffer] : []);
});
parentPort?.postMessage(READY);

async function perform(task: string, parts: Uint8Array[], details: unknown): Promise<Outcome> {
  try {
    const work = TASKS[task];
    if (work === undefined) throw new Error(`no such task: ${task}`);
    const done = await work(parts, details);
    return { ok: true, value: done.value, parts: pack(done.parts ?? []) };
  } catch (error) {
    if (!(error instanceof Error)) return { ok: false, message: String(error) };
    return { ok: false, message: error.message, ...(error.stack ? { stack: error.stack } : {}) };
  }
}

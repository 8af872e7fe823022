import { existsSync, readFileSync } from "node:fs";

/** What the kernel notes of the calling thread: nanoseconds on a processor, and waiting for one. Linux only. */
const NOTES = "/proc/thread-self/schedstat";

export interface Pauses {
  /** The longest time that the event loop did not come round, in milliseconds. */
  longestMs: number;
  /** The most that this thread worked in one such time: what a pause is on a machine with nothing else to do. */
  workMs: number;
  /** The most of one such time that was not spent waiting for a processor: work, and waiting for helpers and disks. */
  ownMs: number;
}

/** Watches the event loop. @returns what was seen since the last call. */
export function watchPauses(everyMs = 5): () => Pauses {
  const canTell = existsSync(NOTES);
  const read = () => (canTell ? readFileSync(NOTES, "latin1").split(" ").map(Number) : [0, 0]);
  let seen: Pauses = { longestMs: 0, workMs: 0, ownMs: 0 };
  let at = performance.now();
  let [worked = 0, waited = 0] = read();
  setInterval(() => {
    const now = performance.now();
    const [works = 0, waits = 0] = read();
    const pause = Math.max(0, now - at - everyMs);
    seen = {
      longestMs: Math.max(seen.longestMs, pause),
      workMs: Math.max(seen.workMs, (works - worked) / 1e6),
      ownMs: Math.max(seen.ownMs, Math.min(pause, now - at - (waits - waited) / 1e6)),
    };
    [at, worked, waited] = [now, works, waits];
  }, everyMs).unref();
  return () => {
    const told = seen;
    seen = { longestMs: 0, workMs: 0, ownMs: 0 };
    return told;
  };
}

/** The second Ctrl+C means it; npm passes a first one on, so that it arrives twice in the same moment. */
const IMPATIENCE_MS = 1000;

export type StopReason = "signal" | "parent-gone" | "fault" | "lost-database";

/** Calls `stop` at the first signal; a person who presses again does not wait for order. */
export function onSignals(stop: (reason: StopReason) => void): void {
  let first = 0;
  const heard = () => {
    if (first === 0) {
      first = performance.now();
      stop("signal");
    } else if (performance.now() - first > IMPATIENCE_MS) {
      process.exit(1);
    }
  };
  process.on("SIGTERM", heard).on("SIGINT", heard).on("SIGHUP", heard);
}

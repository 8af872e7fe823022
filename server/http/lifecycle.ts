/**
 * starting: the port is ours, nothing is ready · serving · leaving: still serving, but /readyz sends new people
 * elsewhere · draining: only what was already under way is finished.
 */
export type Phase = "starting" | "serving" | "leaving" | "draining";

/** One object, read at every request and changed only by `main.ts`. */
export type Lifecycle = { phase: Phase };

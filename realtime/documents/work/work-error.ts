export type WorkFailure =
  /** Over its deadline; its thread was ended. */
  | "too long"
  /** Not begun: an earlier piece of work on this document went over its deadline a while ago. */
  | "rests"
  /** The thread ended under it: out of memory, or the server stops. */
  | "ended";

/**
 * Work on a document that was not done, for a reason that lies in the document or the server and not in the code. The
 * caller goes on without it, as docs/realtime.md says for each ("Threads"). What the work itself throws comes through
 * as a plain Error.
 */
export class WorkError extends Error {
  constructor(
    readonly failure: WorkFailure,
    what: string,
  ) {
    super(`${what}: ${failure}`);
  }
}

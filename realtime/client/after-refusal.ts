import type { Code } from "../wire.ts";

/** What a client does when an update of its own was refused, or when it is put out of the document. */
export type Reaction =
  /** Compare with the server and send the difference in a new session. */
  | "start afresh"
  /** Join again and go on where the server says. */
  | "join again"
  | "stop writing"
  /** Access is gone, and the copy has to go with it. */
  | "wipe"
  /** Nothing helps: keep the text for the person to copy. */
  | "give up";

/** `freshStarts` counts the comparisons since an update was last acknowledged; they do not help for ever. */
export function afterRefusal(code: Code, retry: boolean, freshStarts: number): Reaction {
  switch (code) {
    case "CLOCK_GAP":
      return freshStarts < FRESH_STARTS ? "start afresh" : "give up";
    case "READ_ONLY":
    case "SCHEMA_TOO_OLD":
      return "stop writing";
    case "REMOVED":
    case "NOT_FOUND":
    case "FORBIDDEN":
      return "wipe";
    case "SESSION_ENDED":
      // The line says so too, and stops. The edits stay for the next session.
      return "join again";
    default:
      return retry ? "join again" : "give up";
  }
}

const FRESH_STARTS = 3;

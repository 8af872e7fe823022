/** The light beside the document. The words for each are in the message catalogues. */
export type DocumentStatus =
  /** Not connected to the document, and nothing of this person is waiting. */
  | "connecting"
  | "saving"
  /** Everything typed is on the server's disk. */
  | "saved"
  /** What the server does not have yet is on this device's disk. */
  | "saved-on-device"
  /** What was typed exists in this tab only: something has to be done about it. */
  | "not-saved"
  | "read-only"
  /** No access any more; the local copy is gone. */
  | "removed";

export interface StatusFacts {
  removed: boolean;
  /** In the document, on a line that works. */
  joined: boolean;
  /** Undefined while nobody has said. */
  mayWrite: boolean | undefined;
  /** Writing is off only until this page is loaded anew. */
  reload: boolean;
  /** Updates that the server has not acknowledged. */
  pending: number;
  /** How long the oldest of them has been waiting, in milliseconds. */
  waitingMs: number;
  /** The device has confirmed that it keeps all of them. */
  onDevice: boolean;
  /** The server has said that it cannot save just now. */
  stalled: boolean;
  /** The server has refused an update for good. */
  refused: boolean;
}

/** Saving usually takes some milliseconds; from here on it is a problem that has a name (hostile.md T79). */
export const PATIENCE_MS = 10_000;

/** The one place that decides what the light says. "saved" only when the server acknowledged, after its commit. */
export function statusOf(facts: StatusFacts): DocumentStatus {
  if (facts.removed) return "removed";
  if (facts.refused) return "not-saved";
  if (facts.pending > 0) {
    if (facts.mayWrite === false && !facts.reload) return "not-saved";
    const soon = facts.waitingMs < PATIENCE_MS && !facts.reload;
    if (facts.joined && soon && !facts.stalled) return "saving";
    if (facts.onDevice) return "saved-on-device";
    // A line that broke a moment ago is mostly back before anybody reads the word.
    return soon ? "saving" : "not-saved";
  }
  if (!facts.joined) return facts.mayWrite === false ? "read-only" : "connecting";
  return facts.mayWrite === false ? "read-only" : "saved";
}

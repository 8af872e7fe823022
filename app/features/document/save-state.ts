import type { SaveState } from "#app/ui/save-light.tsx";
import type { DocumentStatus } from "#realtime/client/index.ts";

const STATES: Record<DocumentStatus, SaveState> = {
  connecting: "saving",
  saving: "saving",
  saved: "saved",
  "saved-on-device": "on-device",
  "not-saved": "not-saved",
  "read-only": "read-only",
  removed: "removed",
};

/** What the light shows. Who cannot write has nothing that could be unsaved: "bewaard" would be about another's work. */
export function saveStateOf(status: DocumentStatus, writable: boolean): SaveState {
  const state = STATES[status];
  return !writable && (state === "saved" || state === "saving") ? "read-only" : state;
}

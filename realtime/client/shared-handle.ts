import type { OpenDocument } from "./open-document.ts";
import type { LiveDocument } from "./types.ts";

/** One opener's view of a document that several in this tab may share; closing it twice counts once. */
export function sharedHandle(document: OpenDocument, release: () => Promise<void>): LiveDocument {
  const stops = new Set<() => void>();
  let closing: Promise<void> | undefined;
  const listening = (stop: () => void) => {
    stops.add(stop);
    return () => {
      stops.delete(stop);
      stop();
    };
  };
  return {
    documentId: document.documentId,
    doc: document.doc,
    ready: document.arrival.ready,
    synced: document.arrival.synced,
    get awareness() {
      return document.awareness;
    },
    get status() {
      return document.light.status;
    },
    get storage() {
      return document.outgoing.storage;
    },
    get acknowledged() {
      return document.acknowledged;
    },
    get heldUp() {
      return document.heldUp;
    },
    get rights() {
      return document.rights.current;
    },
    get reload() {
      return document.rights.reload;
    },
    get progress() {
      return document.opened;
    },
    onProgress: (listener) => listening(document.progress.add(listener)),
    onStatus: (listener) => listening(document.light.listeners.add(listener)),
    onRights: (listener) => listening(document.rights.listeners.add(listener)),
    onDivergence: (listener) => listening(document.ownVersion.listen(listener)),
    settleDivergence: () => document.ownVersion.settle(),
    get overlaps() {
      return document.apart.overlaps;
    },
    onOverlaps: (listener) => listening(document.apart.listeners.add(listener)),
    settleOverlap: (overlap) => document.apart.settle(overlap),
    unsent: () => document.unsent(),
    discard: () => document.discard(),
    close() {
      for (const stop of stops) stop();
      closing ??= release();
      return closing;
    },
  };
}

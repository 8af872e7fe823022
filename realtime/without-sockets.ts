import { editDocument } from "./documents/edit-document.ts";
import { versionsOn } from "./documents/history/versions.ts";
import { holdThreads } from "./documents/materialise.ts";
import { readDocument, readDocumentText } from "./documents/read-document.ts";
import { soundLog } from "./documents/sound-log.ts";
import type { Realtime } from "./index.ts";
import type { RealtimePorts } from "./ports.ts";

/**
 * The same face for a process that renders pages and serves no sockets: rendering holds an event loop for a
 * millisecond and more, which somebody's keystroke would wait for. It writes in documents through the log like any
 * node, and what the sockets have to hear goes over the bus. A recheck is done when it is sent: the nodes with the
 * sockets act on it within milliseconds. Without the bus they find it in the database, within seconds and before they
 * save anything of whom it is about.
 */
export function realtimeWithoutSockets(
  ports: Pick<RealtimePorts, "log" | "bus">,
  { changes }: { changes?: URL } = {},
): Realtime {
  const { bus } = ports;
  const log = soundLog(ports.log);
  const letThreadsGo = holdThreads();
  const tellOfEdit = (documentId: string, seq: number) =>
    bus.publish({ kind: "advanced", documents: [[documentId, seq]] });
  return {
    publish: (topics, keys) => bus.publish({ kind: "notice", topics, keys }),
    recheck: async (what) => bus.publish({ kind: "recheck", ...what }),
    async editDocument(documentId, by, change) {
      const { result, seq } = await editDocument(log, documentId, by, change, changes);
      if (seq !== null) tellOfEdit(documentId, seq);
      return result;
    },
    readDocument: (documentId) => readDocument(log, documentId),
    readDocumentText: (documentId) => readDocumentText(log, documentId),
    ...versionsOn(log, tellOfEdit),
    leave: async () => {},
    async drain() {
      await letThreadsGo();
      await bus.close();
    },
  };
}

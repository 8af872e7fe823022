import { createServer } from "node:http";
import { createDocumentLog } from "#db/documents/log.ts";
import { SCHEMA_VERSION } from "#domain/documents/words.ts";
import { memoryBus, startRealtime } from "#realtime/index.ts";
import { documentRights, mayWatch } from "#server/live/index.ts";
import type { Services } from "#server/services.ts";
import type { TestDatabase } from "./test-database.ts";

/** Services with real live documents and no web pages, for tests of use cases that write in documents. */
export function liveServices({ db, sql }: TestDatabase): Services & { complaints: unknown[]; stop(): Promise<void> } {
  const complaints: unknown[] = [];
  const log = {
    info() {},
    warn: (facts: object) => void complaints.push(facts),
    error: (facts: object) => void complaints.push(facts),
  };
  const clock = () => new Date();
  const realtime = startRealtime(
    createServer(),
    {
      authenticate: async () => null,
      documentRights: (personId, documentId) => documentRights({ db }, personId, documentId),
      mayWatch: (personId, topic) => mayWatch({ db }, personId, topic),
      log: createDocumentLog(sql),
      bus: memoryBus(),
      logger: log,
      clock,
    },
    {
      origins: [],
      schemaVersion: SCHEMA_VERSION,
      changes: new URL("../../server/documents/changes.worker.ts", import.meta.url),
    },
  );
  return {
    db,
    clock,
    log,
    live: realtime,
    publicUrl: "https://leerlus.example",
    complaints,
    stop: () => realtime.drain(),
  };
}

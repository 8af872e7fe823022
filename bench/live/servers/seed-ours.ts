/** Merges documents as our server does some time after the writing. A program of its own because Yjs is loaded once per process. */
import { openDatabase } from "../../../db/client.ts";
import { createDocumentLog } from "../../../db/documents/log.ts";
import { compactDocument } from "../../../realtime/index.ts";
import { settings } from "./report.mjs";

const { sql, close } = openDatabase(settings.databaseUrl, { max: 1 });
for (const id of settings.documents ?? []) await compactDocument(createDocumentLog(sql), id);
await close();
// Threads may still wait for more work.
process.exit(0);

import { afterAll, expect, test } from "vitest";
import type { DocumentLog } from "#db/documents/log.ts";
import type { StoredDocument } from "#db/documents/stored.ts";
import { checkDocument } from "./check-document.ts";
import { editDocument } from "./edit-document.ts";
import type { Seat } from "./join-document.ts";
import { workOn } from "./materialise.ts";
import { readDocumentText } from "./read-document.ts";
import { costlyPlaces, longParagraph } from "./work/testing/hostile.ts";
import { Threads } from "./work/threads.ts";
import { WorkError } from "./work/work-error.ts";

// What each caller does without an answer: docs/realtime.md, "Threads".

const pool = new Threads({ file: new URL("./work/yjs.worker.ts", import.meta.url) });
afterAll(() => pool.close());

/** Seconds of work, under a deadline of a quarter of one. */
const HOSTILE = [longParagraph(20_000, 5), costlyPlaces(20_000, 5, 6)];
const inTime = (documentId: string) => workOn(documentId, pool, 250);

const stored: StoredDocument = {
  kind: "phase",
  schemaVersion: 1,
  lastSeq: 2,
  snapshot: null,
  rows: HOSTILE.map((update, index) => ({
    seq: index + 1,
    size: update.length,
    entries: [{ personId: null, sent: null, update }],
  })),
  owners: new Map(),
};

test("a server edit that takes too long fails, and nothing is written", async () => {
  let written = false;
  const log = {
    async edit(_id: string, _by: string | null, make: (stored: StoredDocument) => Promise<Uint8Array | null>) {
      await make(stored);
      written = true;
      return 3;
    },
  } as unknown as DocumentLog;
  const changes = new URL("./work/testing/changes.ts", import.meta.url);
  const edit = editDocument(log, "edited", "system", { name: "append", args: ["x"] }, changes, inTime("edited"));
  await expect(edit).rejects.toThrow(WorkError);
  expect(written).toBe(false);
});

test("the text of a page that takes too long is not waited for", async () => {
  const log = { open: async () => stored } as unknown as DocumentLog;
  await expect(readDocumentText(log, "read", inTime("read"))).rejects.toThrow(WorkError);
});

test("a document that takes too long to read is not called different from anybody's", async () => {
  const warnings: string[] = [];
  const logger = {
    info() {},
    error: () => expect.unreachable(),
    warn: (_f: object, words: string) => void warnings.push(words),
  };
  const room = { id: "checked", seq: 2, still: true, opened: async () => ({ seq: 2, parts: () => HOSTILE }) };
  const member = { framesSent: 0, line: { session: { personId: "anna" } } };
  const seat = { room, member } as unknown as Seat;
  const request = { documentId: "checked", received: 0, hash: "another" };
  const checked = await checkDocument(logger, seat, request, inTime("checked"));
  expect(checked).toEqual({ reply: { ok: true, same: null, seq: 2 } });
  expect(warnings).toEqual(["a document could not be compared with a client's"]);
});

import * as Y from "yjs";
import type { Sql } from "#db/client.ts";
import { createDocumentLog } from "#db/documents/log.ts";
import { contentHash } from "#realtime/wire/content-hash.ts";
import { markersIn, type Typist, until } from "./typist.ts";

export interface Verdict {
  /** Markers that were acknowledged, or typed by somebody who is still there. */
  markers: number;
  lost: string[];
  doubled: string[];
  /** Markers that were deleted, acknowledged, and stand there again. */
  undead: string[];
}

/**
 * Judges one document after everything: every acknowledged marker that nobody deleted stands exactly once, every
 * acknowledged deletion holds, on every client and in the log; all say the same; the log has no holes and no edit twice.
 * `typists` are those who are still there, `gone` those who crashed: of these only what was acknowledged counts.
 *
 * @throws when the clients do not come to rest, when they differ, or when the log is not whole.
 */
export async function judge(sql: Sql, typists: readonly Typist[], gone: readonly Typist[] = []): Promise<Verdict> {
  const [first] = typists;
  if (first === undefined) throw new Error("nobody is left in the document");
  const { documentId } = first.document;
  await until(() => typists.every((typist) => typist.isDone), "everything typed is acknowledged");
  const hashOf = (doc: Y.Doc) => contentHash(doc);
  const have = (doc: Y.Doc) => Buffer.from(Y.encodeStateVector(doc)).toString("base64");
  // Seventy long texts take seconds to hash, and who still waits for words waits for us meanwhile.
  await until(() => areOne(typists, have), "all have the same");
  await until(() => areOne(typists, hashOf), "all read the same");
  const log = await readLog(sql, documentId);
  if (hashOf(log) !== hashOf(first.document.doc)) throw new Error("the log says something else than the clients");

  const verdict: Verdict = { markers: 0, lost: [], doubled: [], undead: [] };
  for (const doc of [log, ...typists.map(({ document }) => document.doc)]) {
    const counts = markersIn(doc);
    for (const typist of [...typists, ...gone]) look(counts, typist, verdict);
  }
  verdict.markers = [...typists, ...gone].reduce((sum, { saved }) => sum + saved.size, 0);
  return verdict;
}

const areOne = (typists: readonly Typist[], of: (doc: Y.Doc) => string) =>
  new Set(typists.map(({ document }) => of(document.doc))).size === 1;

function look(counts: ReadonlyMap<string, number>, typist: Typist, { lost, doubled, undead }: Verdict): void {
  for (const marker of typist.saved) {
    const count = counts.get(marker) ?? 0;
    if (count > 1) doubled.push(marker);
    if (count === 0 && !typist.doomed.has(marker)) lost.push(marker);
    if (count > 0 && typist.removed.has(marker)) undead.push(marker);
  }
}

/** The document as the log tells it, read by us and not by the application. @throws when the log is not whole. */
export async function readLog(sql: Sql, documentId: string): Promise<Y.Doc> {
  const stored = await createDocumentLog(sql).open(documentId);
  if (stored === null) throw new Error(`there is no document ${documentId}`);
  const doc = new Y.Doc();
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.state);
  const edits = new Set<string>();
  let seq = stored.snapshot?.seq ?? 0;
  for (const row of stored.rows) {
    if (row.seq !== ++seq) throw new Error(`the log of ${documentId} has a hole before ${row.seq}`);
    if (row.unreadable) throw new Error(`row ${row.seq} of ${documentId} cannot be read: ${row.unreadable}`);
    for (const { personId, sent, update } of row.entries) {
      const edit = sent && `${personId} ${sent.sessionId} ${sent.sequence}`;
      if (edit && edits.has(edit)) throw new Error(`the log of ${documentId} has an edit twice: ${edit}`);
      if (edit) edits.add(edit);
      Y.applyUpdate(doc, update);
    }
  }
  if (seq !== stored.lastSeq) throw new Error(`the log of ${documentId} ends at ${seq}, not at ${stored.lastSeq}`);
  if (doc.store.pendingStructs !== null) throw new Error(`the log of ${documentId} lacks what its edits build on`);
  return doc;
}

import type * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import { type DocumentWork, partsOf, workOn } from "./materialise.ts";
import { changeNow } from "./work/change.ts";
import { rebuild } from "./work/rebuild.ts";

/** Names a function of the module that the server was started with, and what it is given besides the document. */
export interface DocumentChange<Result> {
  name: string;
  /** Go to a thread: plain data. */
  args: readonly unknown[];
  /** Never there; says what comes back, which is plain data too. */
  readonly result?: Result;
}

/**
 * Changes a document on the server, as one update in the log. What people write at the same moment merges with it.
 * A named change runs in a thread, under a deadline; a function runs here and now and is for texts that no stranger
 * wrote in, such as a demo's. Either gets the document as it is now and must not wait for anything.
 *
 * @returns what the change returned, and the seq of the update, or null when nothing changed.
 * @throws Error when there is no such document, whatever the change throws, and WorkError when it takes too long; the
 * document is then as it was.
 */
export async function editDocument<Result>(
  log: DocumentLog,
  documentId: string,
  by: { personId: string } | "system",
  change: DocumentChange<Result> | ((document: Y.Doc) => Result),
  changes: URL | undefined,
  work: DocumentWork = workOn(documentId),
): Promise<{ result: Result; seq: number | null }> {
  let result!: Result;
  const seq = await log.edit(documentId, by === "system" ? null : by.personId, async (stored) => {
    const parts = partsOf(stored);
    const made =
      typeof change === "function" ? here(parts, change) : await inThread<Result>(work, parts, change, changes);
    result = made.result;
    return made.update;
  });
  return { result, seq };
}

function here<Result>(parts: readonly Uint8Array[], change: (document: Y.Doc) => Result) {
  const document = rebuild(parts);
  try {
    return changeNow(document, change);
  } finally {
    document.destroy();
  }
}

async function inThread<Result>(
  work: DocumentWork,
  parts: readonly Uint8Array[],
  { name, args }: DocumentChange<Result>,
  changes: URL | undefined,
) {
  if (changes === undefined) throw new Error(`nobody said where changes are defined: ${name}`);
  const { result, update } = await work.change(parts, { module: changes.href, name, args });
  return { result: result as Result, update };
}

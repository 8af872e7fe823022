import { deflateRawSync } from "node:zlib";
import * as Y from "yjs";
import type { MomentsInput } from "#db/documents/keep-versions.ts";
import { compareContents, wordChange } from "#domain/documents/compare.ts";
import { beyondSchema, type DocumentNode } from "#domain/documents/tree.ts";
import { contentHash } from "../../wire/content-hash.ts";
import { LIMITS } from "../../wire/limits.ts";
import { textTree } from "../../wire/text-tree.ts";
import { momentsOf } from "../history/moments-of.ts";
import type { Seen } from "../history/restore.ts";
import { contentOf, restoringUpdate } from "../history/work.ts";
import { changeNow } from "./change.ts";
import { difference, mergeUpdates } from "./merge.ts";
import { rebuild } from "./rebuild.ts";

export interface Done {
  value?: unknown;
  parts?: Uint8Array[];
}

/** What a compaction found besides the state that it made. */
export interface Compacted {
  /** Whether something rests on content that is missing. */
  hole: boolean;
  /** How many blocks the editor's schema cannot hold. */
  beyondSchema: number;
}

type Task = (parts: Uint8Array[], details: unknown) => Done | Promise<Done>;

/** An exported function of a module, run on the document as it is, and what it is given besides the document. */
export interface NamedChange {
  module: string;
  name: string;
  args: readonly unknown[];
}

const NOTHING = new Uint8Array(0);

/** What a thread can do. `materialise.ts` knows what goes in and what comes out. */
export const TASKS: Readonly<Record<string, Task>> = {
  merge: (parts) => ({ parts: [mergeUpdates(parts)] }),

  difference: ([update], vector) => ({ parts: [difference(update!, vector as Map<number, number>)] }),

  text: (parts) => withDocument(parts, (document) => ({ value: textTree(document) })),

  content: (parts) => withDocument(parts, (document) => ({ value: contentOf(document) })),

  compare(_parts, details) {
    const [older, newer] = details as [DocumentNode, DocumentNode];
    return { value: compareContents(older, newer) };
  },

  wordChange(_parts, details) {
    const [older, newer] = details as [DocumentNode | null, DocumentNode];
    return { value: wordChange(older, newer) };
  },

  moments: (_parts, details) => ({ value: momentsOf(details as MomentsInput) }),

  restore(parts, details) {
    const { target, seen } = details as { target: DocumentNode; seen: Seen };
    return withDocument(parts, (document) => {
      const update = restoringUpdate(document, target, seen);
      return { parts: update === null ? [] : [update] };
    });
  },

  hash: (parts) => withDocument(parts, (document) => ({ value: contentHash(document) })),

  compact: (parts) =>
    withDocument(parts, (document) => {
      const state = Y.encodeStateAsUpdate(document);
      const packed = state.length < LIMITS.packFromBytes ? NOTHING : pack(document);
      const value: Compacted = { hole: hasHole(document), beyondSchema: beyondSchema(textTree(document)).length };
      return { value, parts: [state, Y.encodeStateVector(document), packed] };
    }),

  async change(parts, details) {
    const { module, name, args } = details as NamedChange;
    const change = ((await import(module)) as Record<string, unknown>)[name];
    if (typeof change !== "function") throw new Error(`there is no such change: ${name}`);
    return withDocument(parts, (document) => {
      const { result, update } = changeNow(document, (here) => change(here, ...args) as unknown);
      return { value: result, parts: update === null ? [] : [update] };
    });
  },
};

/** Written in columns and deflated: a quarter of the plain state. Browsers can inflate, and nothing smaller. */
const pack = (document: Y.Doc): Uint8Array => new Uint8Array(deflateRawSync(Y.encodeStateAsUpdateV2(document)));

const hasHole = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

function withDocument(parts: Uint8Array[], work: (document: Y.Doc) => Done): Done {
  const document = rebuild(parts);
  try {
    return work(document);
  } finally {
    document.destroy();
  }
}

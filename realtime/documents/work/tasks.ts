import * as Y from "yjs";
import { contentHash } from "../../wire/content-hash.ts";
import { changeNow } from "./change.ts";
import { difference, mergeUpdates } from "./merge.ts";
import { rebuild } from "./rebuild.ts";

export interface Done {
  value?: unknown;
  parts?: Uint8Array[];
}

type Task = (parts: Uint8Array[], details: unknown) => Done | Promise<Done>;

/** An exported function of a module, run on the document as it is, and what it is given besides the document. */
export interface NamedChange {
  module: string;
  name: string;
  args: readonly unknown[];
}

/** What a thread can do. `materialise.ts` knows what goes in and what comes out. */
export const TASKS: Readonly<Record<string, Task>> = {
  merge: (parts) => ({ parts: [mergeUpdates(parts)] }),

  difference: ([update], vector) => ({ parts: [difference(update!, vector as Map<number, number>)] }),

  hash: (parts) => withDocument(parts, (document) => ({ value: contentHash(document) })),

  compact: (parts) =>
    withDocument(parts, (document) => ({
      parts: [Y.encodeStateAsUpdate(document), Y.encodeStateVector(document)],
    })),

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

function withDocument(parts: Uint8Array[], work: (document: Y.Doc) => Done): Done {
  const document = rebuild(parts);
  try {
    return work(document);
  } finally {
    document.destroy();
  }
}

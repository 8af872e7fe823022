import * as Y from "yjs";
import type { DocumentNode } from "#domain/documents/tree.ts";
import { CONTENT_ROOT } from "../../wire/content-hash.ts";
import { changeNow } from "../work/change.ts";
import { readContent } from "./content.ts";
import { restoreContent, type Seen } from "./restore.ts";

/** What a document says, and how far that goes for each client id. */
export interface ReadContent {
  content: DocumentNode;
  vector: Uint8Array;
}

export function contentOf(document: Y.Doc): ReadContent {
  return { content: readContent(document.getXmlFragment(CONTENT_ROOT)), vector: Y.encodeStateVector(document) };
}

/** The update that makes a document say what `target` says, as far as it was seen; null when it says so already. */
export function restoringUpdate(document: Y.Doc, target: DocumentNode, seen: Seen): Uint8Array | null {
  return changeNow(document, (here) => restoreContent(here.getXmlFragment(CONTENT_ROOT), target, seen)).update;
}

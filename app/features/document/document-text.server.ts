import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import type { Context } from "#server/context.ts";
import type { DocumentNode } from "./document-node.ts";

/**
 * The text of a live document as it is stored now. The caller has asked the policy: this only reads.
 *
 * @returns null when it could not be read; the page then waits for the editor instead of failing.
 */
export async function documentTextOf(ctx: Context, documentId: string): Promise<DocumentNode | null> {
  const document = new Y.Doc();
  try {
    const stored = await ctx.live.readDocument(documentId);
    if (!stored) return null;
    Y.applyUpdate(document, stored.update);
    return yXmlFragmentToProsemirrorJSON(document.getXmlFragment(ROOT)) as unknown as DocumentNode;
  } catch (error) {
    ctx.log.error({ err: error, documentId }, "a document could not be read for its page");
    return null;
  } finally {
    document.destroy();
  }
}

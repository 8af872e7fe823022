import type { Context } from "#server/context.ts";
import type { DocumentNode } from "./document-node.ts";

/**
 * The text of a live document as it is stored now. The caller has asked the policy: this only reads.
 *
 * @returns null when it could not be read; the page then waits for the editor instead of failing.
 */
export async function documentTextOf(ctx: Context, documentId: string): Promise<DocumentNode | null> {
  try {
    return await ctx.live.readDocumentText(documentId);
  } catch (error) {
    ctx.log.error({ err: error, documentId }, "a document could not be read for its page");
    return null;
  }
}

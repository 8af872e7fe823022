import { settleRemovalRow } from "#db/documents/removals.ts";
import { isId } from "#db/ids.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import type { Raw } from "#server/input.ts";
import { loadDocument, loadVersion } from "./load-document.ts";

/** The team is fine with a large removal: its notice goes. The version before it stays in the history. */
export async function settleRemoval(ctx: Context, { cycleId, stage, versionId }: Raw): Promise<void> {
  await transact(ctx, async (tx) => {
    const scope = await loadDocument(tx, { cycleId, stage }, "restore");
    if (!isId(versionId)) throw notFound();
    await loadVersion(tx, scope, versionId);
    const by = actingPerson(tx);
    const { id: documentId, stage: ofStage } = scope.document;
    if (!(await settleRemovalRow(tx.db, documentId, versionId, { at: tx.clock(), by }))) return;
    const data = { stage: ofStage, versionId };
    tx.record({ type: "document.removal-accepted", ...aboutCycle(scope), documentId, data });
    announceCycle(tx, scope);
  });
}

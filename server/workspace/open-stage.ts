import { phaseDocumentsOf } from "#db/cycles/store.ts";
import { documentPolicy } from "#domain/access/policies.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { Context } from "#server/context.ts";
import { loadCycle } from "#server/cycles/index.ts";

/** The page of a stage: whose it is, and its live document, or none when the team keeps that to itself (rule AC2). */
export async function openStage(ctx: Context, cycleId: unknown, stage: Stage) {
  const scope = await loadCycle(ctx, cycleId, "view");
  const documents = await phaseDocumentsOf(ctx.db, [scope.cycle.id]);
  const document = documents.find((candidate) => candidate.stage === stage);
  const readable = document && documentPolicy.read(scope.who, scope, document);
  return { title: scope.cycle.title, documentId: readable ? document.documentId : null };
}

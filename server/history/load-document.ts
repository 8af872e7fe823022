import { type DocumentScope, documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { phaseDocumentOf } from "#db/cycles/store.ts";
import { type VersionRow, versionOf } from "#db/documents/versions.ts";
import { isId } from "#db/ids.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { documentPolicy, versionPolicy } from "#domain/access/policies.ts";
import { isStage } from "#domain/cycles/phases.ts";
import type { ContentNode } from "#domain/documents/content.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";

type DocumentAction = "readHistory" | "restore" | "nameVersion";

/** The document of a stage, permitted for one action. Who may not read its history does not hear that it has one. */
export async function loadDocument<Action extends DocumentAction>(
  ctx: Context,
  { cycleId, stage }: { cycleId: unknown; stage: unknown },
  action: Action,
): Promise<Authorized<DocumentScope, Action>> {
  const personId = actingPerson(ctx);
  const document = isId(cycleId) && isStage(stage) ? await phaseDocumentOf(ctx.db, cycleId, stage) : null;
  const scope = document && (await documentScopeVisibleTo(ctx.db, personId, document.documentId));
  if (!scope || !documentPolicy.readHistory(scope.who, scope, scope.document)) throw notFound();
  return authorize(scope, action, documentPolicy[action](scope.who, scope, scope.document));
}

/** Whether this person may see a version of a document that they may read (rule AC9). */
export const seesVersion = ({ who, document }: DocumentScope, version: Pick<VersionRow, "at">): boolean =>
  versionPolicy.read(who, document, version);

export async function loadVersion(
  ctx: Context,
  scope: DocumentScope,
  versionId: unknown,
): Promise<VersionRow & { content: ContentNode }> {
  const version = isId(versionId) ? await versionOf(ctx.db, scope.document.id, versionId) : null;
  if (!version || !seesVersion(scope, version)) throw notFound();
  return version;
}

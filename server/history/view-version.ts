import { namesOf } from "#db/people/names.ts";
import { documentPolicy } from "#domain/access/policies.ts";
import { Failure } from "#domain/errors.ts";
import type { Context } from "#server/context.ts";
import { loadDocument, loadVersion } from "./load-document.ts";
import { versionView } from "./view-history.ts";

export type OpenedVersion = Awaited<ReturnType<typeof viewVersion>>;

/** A version beside the text as it is now, with the words marked that only one of them has. */
export async function viewVersion(ctx: Context, where: { cycleId: unknown; stage: unknown; versionId: unknown }) {
  const scope = await loadDocument(ctx, where, "readHistory");
  const version = await loadVersion(ctx, scope, where.versionId);
  const now = await ctx.live.readContent(scope.document.id);
  if (!now) throw new Failure("unavailable", "unavailable");
  const { rows, added, removed } = await ctx.live.compareContents(scope.document.id, version.content, now.content);
  const names = await namesOf(ctx.db, [version.madeBy, ...version.authorIds]);
  return {
    cycleId: scope.cycle.id,
    title: scope.cycle.title,
    stage: scope.document.stage,
    version: versionView(version, names),
    rows,
    added,
    removed,
    same: rows.every(({ kind }) => kind === "same"),
    /** How far the text goes that this page shows: what comes in after it, a restore leaves alone. */
    seen: Buffer.from(now.vector).toString("base64"),
    can: { restore: documentPolicy.restore(scope.who, scope, scope.document) },
    now: ctx.clock(),
  };
}

import * as z from "zod";
import type { RecordedEvent } from "#db/activity/store.ts";
import { threadsOf } from "#db/cards/threads.ts";
import { openRemovalsOf, settleRemovalRow } from "#db/documents/removals.ts";
import { keepComments } from "#domain/documents/content.ts";
import { actingPerson, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import { parse, type Raw } from "#server/input.ts";
import { loadDocument, loadVersion } from "./load-document.ts";

/** A state vector of the largest size that the live channel takes, in base64. */
const SEEN_LIMIT = 360_000;

const input = z.object({
  cycleId: z.string(),
  stage: z.string(),
  versionId: z.string(),
  seen: z.base64({ error: "unknown-choice" }).max(SEEN_LIMIT, { error: "too-long" }).optional(),
});

/**
 * Brings a version back, as a new edit: the text as it is now is kept first, so this can be undone by bringing that
 * one back. Only what the person has seen is taken away (`seen`, from the page that compared the two); what colleagues
 * write meanwhile stays. Without `seen` nothing is taken away at all: that is how removed text comes back (T19).
 *
 * The event goes to the log with the text, in one transaction: neither is there without the other. What is left out
 * when a node dies at another moment harms nobody: the version of before is one more to look back at, that of after
 * comes with the end of the sitting, and a notice that stays can be answered again.
 */
export async function restoreVersion(ctx: Context, raw: Raw): Promise<void> {
  const { versionId, seen = "", ...where } = parse(input, raw);
  const scope = await loadDocument(ctx, where, "restore");
  const version = await loadVersion(ctx, scope, versionId);
  const personId = actingPerson(ctx);
  const { id: documentId, stage } = scope.document;

  const threads = await threadsOf(ctx.db, [scope.cycle.id]);
  const open = new Set(threads.flatMap(({ id, resolvedAt }) => (resolvedAt === null ? id : [])));
  const content = keepComments(version.content, (threadId) => open.has(threadId as string));

  const offered = (await openRemovalsOf(ctx.db, [documentId])).some((removal) => removal.versionId === version.id);
  await ctx.live.keepVersions(documentId, { reason: "before-restore", by: personId, at: ctx.clock() });
  const event: RecordedEvent = {
    type: offered ? "document.text-brought-back" : "document.restored",
    ...aboutCycle(scope),
    documentId,
    data: { stage, versionId: version.id, versionAt: version.at.toISOString() },
    at: ctx.clock(),
    actorId: personId,
  };
  const vector = Buffer.from(seen, "base64");
  const changed = await ctx.live.restoreContent(documentId, { personId }, content, vector, event);
  if (changed) await ctx.live.keepVersions(documentId, { reason: "restored", by: personId, at: ctx.clock() });

  await transact(ctx, async (tx) => {
    await settleRemovalRow(tx.db, documentId, version.id, { at: tx.clock(), by: personId });
    announceCycle(tx, scope);
  });
}

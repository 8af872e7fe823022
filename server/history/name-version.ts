import * as z from "zod";
import { countNamedVersions } from "#db/documents/versions.ts";
import { NAMED_VERSIONS_AT_MOST, VERSION_NAME_LIMIT } from "#domain/documents/moments.ts";
import { conflict } from "#domain/errors.ts";
import { actingPerson, type Context, transact } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import { parse, type Raw, requiredText } from "#server/input.ts";
import { loadDocument } from "./load-document.ts";

const input = z.object({ cycleId: z.string(), stage: z.string(), name: requiredText(VERSION_NAME_LIMIT) });

/**
 * Keeps the text as it is now under a name; it is never thinned out. The same text named again gets the new name. The
 * log writes the version in a transaction of its own, so the event comes after it; the version itself says by whom.
 */
export async function nameVersion(ctx: Context, raw: Raw): Promise<void> {
  const { name, ...where } = parse(input, raw);
  const scope = await loadDocument(ctx, where, "nameVersion");
  if ((await countNamedVersions(ctx.db, scope.document.id)) >= NAMED_VERSIONS_AT_MOST)
    throw conflict("too-many-named-versions");
  const asked = { reason: "named", by: actingPerson(ctx), at: ctx.clock(), name } as const;
  await ctx.live.keepVersions(scope.document.id, asked);
  await transact(ctx, async (tx) => {
    const { id: documentId, stage } = scope.document;
    tx.record({ type: "document.version-named", ...aboutCycle(scope), documentId, data: { stage } });
    announceCycle(tx, scope);
  });
}

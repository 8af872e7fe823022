import * as z from "zod";
import type { RecordedEvent } from "#db/activity/store.ts";
import { countNamedVersions } from "#db/documents/versions.ts";
import { NAMED_VERSIONS_AT_MOST, VERSION_NAME_LIMIT } from "#domain/documents/moments.ts";
import { conflict } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { aboutCycle, announceCycle } from "#server/cycles/index.ts";
import { parse, type Raw, requiredText } from "#server/input.ts";
import { loadDocument } from "./load-document.ts";

const input = z.object({ cycleId: z.string(), stage: z.string(), name: requiredText(VERSION_NAME_LIMIT) });

/**
 * Keeps the text as it is now under a name; it is never thinned out. The same text named again gets the new name. The
 * log writes the version, and the event with it, in one transaction of its own.
 */
export async function nameVersion(ctx: Context, raw: Raw): Promise<void> {
  const { name, ...where } = parse(input, raw);
  const scope = await loadDocument(ctx, where, "nameVersion");
  const { id: documentId, stage } = scope.document;
  if ((await countNamedVersions(ctx.db, documentId)) >= NAMED_VERSIONS_AT_MOST)
    throw conflict("too-many-named-versions");
  const [by, at] = [actingPerson(ctx), ctx.clock()];
  const event: RecordedEvent = {
    type: "document.version-named",
    ...aboutCycle(scope),
    documentId,
    data: { stage },
    at,
    actorId: by,
  };
  await ctx.live.keepVersions(documentId, { reason: "named", by, at, name, event });
  announceCycle({ announce: (topics, keys) => ctx.live.publish(topics, keys) }, scope);
}

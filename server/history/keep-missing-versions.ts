import { documentsBehind } from "#db/documents/versions.ts";
import type { Services } from "#server/services.ts";
import { noteRemovals } from "./note-removals.ts";

const PAGE = 200;

/**
 * Keeps the versions that no node got round to, because it stopped in the middle of a sitting. Any node may do it, and
 * repeating it is harmless: what is kept already is not kept again.
 */
export async function keepMissingVersions(services: Services): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await documentsBehind(services.db, after, PAGE);
    for (const documentId of ids)
      await services.live.keepVersions(documentId).catch((error: unknown) => {
        services.log.error({ err: error, documentId }, "the versions of a document could not be kept");
      });
    if (ids.length < PAGE) break;
    after = ids.at(-1) ?? null;
  }
  await noteRemovals(services);
}

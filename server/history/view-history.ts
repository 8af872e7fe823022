import { type VersionRow, versionsOf } from "#db/documents/versions.ts";
import { namesOf } from "#db/people/names.ts";
import { documentPolicy } from "#domain/access/policies.ts";
import type { Context } from "#server/context.ts";
import { loadDocument, seesVersion } from "./load-document.ts";

export type HistoryView = Awaited<ReturnType<typeof viewHistory>>;
export type VersionView = ReturnType<typeof versionView>;

/** The versions of the document of a stage that this person may see, newest first. */
export async function viewHistory(ctx: Context, where: { cycleId: unknown; stage: unknown }) {
  const scope = await loadDocument(ctx, where, "readHistory");
  const versions = (await versionsOf(ctx.db, scope.document.id)).filter((version) => seesVersion(scope, version));
  const names = await namesOf(
    ctx.db,
    versions.flatMap(({ madeBy, authorIds }) => [madeBy, ...authorIds]),
  );
  return {
    cycleId: scope.cycle.id,
    title: scope.cycle.title,
    stage: scope.document.stage,
    versions: versions.map((version) => versionView(version, names)),
    can: {
      restore: documentPolicy.restore(scope.who, scope, scope.document),
      nameVersion: documentPolicy.nameVersion(scope.who, scope, scope.document),
    },
    now: ctx.clock(),
  };
}

/** What a screen says of a version; who left the product has no name any more. */
export function versionView(version: VersionRow, names: ReadonlyMap<string, string>) {
  const { id, at, reason, name, madeBy, authorIds, words, wordsAdded, wordsRemoved } = version;
  const person = (personId: string) => ({ id: personId, name: names.get(personId) ?? null });
  return {
    ...{ id, at, reason, name, words, wordsAdded, wordsRemoved },
    by: madeBy ? person(madeBy) : null,
    authors: authorIds.map(person),
  };
}

import { strandsWithFigures } from "#db/toolkit/store.ts";
import type { Language } from "#domain/people/words.ts";
import type { Context } from "#server/context.ts";

/** The names of all strands by id, for screens that only mention them. */
export async function strandNames(ctx: Context, language: Language): Promise<Record<string, string>> {
  const strands = await strandsWithFigures(ctx.db, language);
  return Object.fromEntries(strands.map(({ id, name }) => [id, name]));
}

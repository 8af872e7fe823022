import { strandsWithFigures } from "#db/toolkit/store.ts";
import type { Language } from "#domain/people/words.ts";
import type { Context } from "#server/context.ts";

/** Gives each row that is about a strand the strand's name, in the reader's language. */
export async function withStrandNames<Row extends { data: Readonly<Record<string, unknown>> }>(
  ctx: Pick<Context, "db">,
  rows: readonly Row[],
  language: Language,
) {
  const idOf = (row: Row) => (typeof row.data.strandId === "string" ? row.data.strandId : null);
  const ids = [...new Set(rows.flatMap((row) => idOf(row) ?? []))];
  const strands = ids.length > 0 ? await strandsWithFigures(ctx.db, language, ids) : [];
  const names = new Map(strands.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, strand: names.get(idOf(row) ?? "") ?? null }));
}

import { monthsSource } from "#content/toolkit/months.ts";
import { strandsNamed } from "#db/toolkit/list-strands.ts";
import { figureVersionsOf } from "#db/toolkit/versions.ts";
import { dayOf } from "#domain/calendar/brussels.ts";
import { notFound } from "#domain/errors.ts";
import type { Language } from "#domain/people/words.ts";
import { counterpartOf } from "#domain/toolkit/counterpart.ts";
import { changesBetween } from "#domain/toolkit/figures.ts";
import { isStrandId } from "#domain/toolkit/words.ts";
import type { Context } from "#server/context.ts";
import { describeStrand } from "./describe-strand.ts";

export type StrandView = Awaited<ReturnType<typeof viewStrand>>;

/**
 * The page of one strand: its texts, its figures of today, what they were before, and its namesake in the other
 * toolkit (TK6). For everybody.
 */
export async function viewStrand(ctx: Pick<Context, "db" | "clock">, strandId: unknown, language: Language) {
  if (!isStrandId(strandId)) throw notFound();
  const day = dayOf(ctx.clock());
  const [named, versions] = await Promise.all([
    strandsNamed(ctx.db, { language, day }, [strandId, counterpartOf(strandId)]),
    figureVersionsOf(ctx.db, strandId, day),
  ]);
  const strand = named.find(({ id }) => id === strandId);
  if (!strand) throw notFound();
  const counterpart = named.find(({ id }) => id !== strandId);
  return {
    strand: describeStrand(strand, language),
    counterpart: counterpart ? { id: counterpart.id, name: counterpart.name, toolkit: counterpart.toolkit } : null,
    /** Where readers find what the months mean. */
    monthsUrl: monthsSource.url,
    /** Newest first, each with what it changed; the first edition changed nothing. */
    versions: versions.map((version, index) => {
      const before = versions[index + 1];
      return { ...version, changes: before ? changesBetween(before, version) : [] };
    }),
  };
}

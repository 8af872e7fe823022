import * as z from "zod";
import { EVERYTHING, strandsMatching } from "#db/toolkit/list-strands.ts";
import { dayOf } from "#domain/calendar/brussels.ts";
import type { Language } from "#domain/people/words.ts";
import { chooseForComparison } from "#domain/toolkit/comparison.ts";
import type { Context } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { describeStrand } from "./describe-strand.ts";

export type Comparison = Awaited<ReturnType<typeof compareStrands>>;

const input = z.object({ strand: z.union([z.string(), z.array(z.string())]).default([]) });

/** Up to four strands side by side (TK7), and the others, from which one more can be chosen. */
export async function compareStrands(ctx: Pick<Context, "db" | "clock">, raw: Raw, language: Language) {
  const asked = [parse(input, raw).strand].flat();
  const all = await strandsMatching(ctx.db, { language, day: dayOf(ctx.clock()) }, EVERYTHING);
  const known = asked.filter((id) => all.some((strand) => strand.id === id));
  const { chosen, beyond } = chooseForComparison(known);
  const named = (id: string) => all.filter((strand) => strand.id === id);
  return {
    strands: chosen.flatMap(named).map((strand) => describeStrand(strand, language)),
    /** Names of those that did not fit. */
    beyond: beyond.flatMap(named).map(({ name }) => name),
    hasUnknown: asked.some((id) => id !== "" && !known.includes(id)),
    others: all.filter(({ id }) => !chosen.includes(id)).map(({ id, name, toolkit }) => ({ id, name, toolkit })),
  };
}

import * as z from "zod";
import { type StrandInList, strandsMatching, strandsNamed } from "#db/toolkit/list-strands.ts";
import { countStrands } from "#db/toolkit/store.ts";
import { dayOf } from "#domain/calendar/brussels.ts";
import type { Language } from "#domain/people/words.ts";
import { chooseForComparison } from "#domain/toolkit/comparison.ts";
import { searchWords } from "#domain/toolkit/search-words.ts";
import { STRAND_SORTS, sortStrands } from "#domain/toolkit/sorting.ts";
import { COST_STEPS, EVIDENCE_STEPS, MONTH_STEPS } from "#domain/toolkit/steps.ts";
import { type Cost, type EvidenceStrength, isStrandId, TOOLKITS } from "#domain/toolkit/words.ts";
import type { Context } from "#server/context.ts";
import { optionalOneOf, parse, type Raw } from "#server/input.ts";
import { effectWords } from "./effect-words.ts";

export type StrandList = Awaited<ReturnType<typeof listStrands>>;
export type StrandLine = StrandList["strands"][number];

const input = z.object({
  q: z.string({ error: "not-text" }).default("").transform(searchWords),
  toolkit: optionalOneOf(TOOLKITS),
  months: optionalOneOf(MONTH_STEPS),
  cost: optionalOneOf(COST_STEPS),
  evidence: optionalOneOf(EVIDENCE_STEPS),
  sort: optionalOneOf(["fit", ...STRAND_SORTS]),
  strand: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => chooseForComparison([ids].flat().filter(isStrandId)).chosen),
});

/**
 * The strands that a reader asked for, and those already put aside for comparing, which may not be among them.
 *
 * @throws an `invalid` failure for a filter or an order that is not one of ours (hostile T57): nothing is looked up.
 */
export async function listStrands(ctx: Pick<Context, "db" | "clock">, raw: Raw, language: Language) {
  const { q: search, toolkit, months, cost, evidence, sort, strand: chosenIds } = parse(input, raw);
  const reading = { language, day: dayOf(ctx.clock()) };
  const filter = {
    search,
    toolkit,
    months: months === null || months === "unknown" ? months : Number(months),
    costAtMost: cost && (Number(cost) as Cost),
    evidenceAtLeast: evidence && (Number(evidence) as EvidenceStrength),
  };
  const byFit = search !== null && (sort === null || sort === "fit");
  const [found, chosen, total] = await Promise.all([
    strandsMatching(ctx.db, reading, filter, byFit ? "fit" : "name"),
    chosenIds.length > 0 ? strandsNamed(ctx.db, reading, chosenIds) : [],
    countStrands(ctx.db),
  ]);
  return {
    strands: sortStrands(found, sort === null || sort === "fit" ? "name" : sort).map((strand) =>
      line(strand, language),
    ),
    chosen: chosen.map(({ id, name }) => ({ id, name })),
    total,
  };
}

/** What a line of the list shows; the rest of the texts is for the page of the strand. */
function line({ watch, forWhom, enteredBy, nameNlVerified, ...rest }: StrandInList, language: Language) {
  return { ...rest, effect: effectWords(rest.impactMonths, language) };
}

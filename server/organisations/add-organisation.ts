import * as z from "zod";
import { newId } from "#db/ids.ts";
import { insertOrganisation, updateOrganisation } from "#db/organisations/store.ts";
import { conflict, invalid } from "#domain/errors.ts";
import { EDUCATION_TYPES, ORGANISATION_KINDS, SCHOOL_LEVELS, SCHOOL_NETWORKS } from "#domain/people/words.ts";
import { type Context, transact } from "#server/context.ts";
import { oneOf, optionalOneOf, optionalText, parse, type Raw, requiredText, seenVersion } from "#server/input.ts";
import { permitOnPlatform } from "#server/platform/index.ts";
import { loadOrganisation } from "./load-organisation.ts";

/** A checkbox group sends one value as a text and several as a list. */
const listOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(oneOf(words)).max(words.length, { error: "too-many" }),
  );

const facts = {
  name: requiredText(120),
  levels: listOf(SCHOOL_LEVELS),
  education: optionalOneOf(EDUCATION_TYPES),
  network: optionalOneOf(SCHOOL_NETWORKS),
  municipality: optionalText(80).transform((text) => text || null),
  institutionNumber: optionalText(6)
    .refine((text) => /^\d{0,6}$/.test(text), { error: "not-a-number" })
    .transform((text) => text || null),
};

const addInput = z.object({ kind: oneOf(ORGANISATION_KINDS), ...facts });

/** Adds a school, a support service or the knowledge centre. */
export async function addOrganisation(ctx: Context, raw: Raw): Promise<{ organisationId: string }> {
  const input = parse(addInput, raw);
  return transact(ctx, async (tx) => {
    await permitOnPlatform(tx, "manage");
    const organisationId = newId();
    if (!(await insertOrganisation(tx.db, { id: organisationId, ...input, createdAt: tx.clock() })))
      throw invalid({ institutionNumber: "taken" });
    tx.record({ type: "organisation.added", organisationId, data: { name: input.name } });
    return { organisationId };
  });
}

const changeInput = z.object({ organisationId: z.string(), version: seenVersion, ...facts });

/** Changes what an organisation is. Somebody who saw an older version gets both texts and decides. */
export async function changeOrganisation(ctx: Context, raw: Raw): Promise<void> {
  const { organisationId, version, ...change } = parse(changeInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadOrganisation(tx, organisationId, "manage");
    const outcome = await updateOrganisation(tx.db, scope, version, change);
    if (outcome === "number-taken") throw invalid({ institutionNumber: "taken" });
    if (outcome === "changed-meanwhile") {
      // Read again: the change of the colleague may have come while this one waited for it.
      const { organisation } = await loadOrganisation(tx, organisationId, "manage");
      const { name, levels, education, network, municipality, institutionNumber, version: newer } = organisation;
      const theirs = { name, levels, education, network, municipality, institutionNumber };
      throw conflict("changed-meanwhile", { theirs, version: newer });
    }
    tx.record({ type: "organisation.changed", organisationId, data: { name: change.name } });
  });
}

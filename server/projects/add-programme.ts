import * as z from "zod";
import { newId } from "#db/ids.ts";
import { insertProgramme } from "#db/projects/store.ts";
import { invalid } from "#domain/errors.ts";
import { PROJECT_KINDS } from "#domain/projects/words.ts";
import { type Context, transact } from "#server/context.ts";
import { oneOf, parse, type Raw, requiredText } from "#server/input.ts";
import { permitOnPlatform } from "#server/platform/index.ts";

const year = z.coerce
  .number({ error: "not-a-number" })
  .int({ error: "not-a-number" })
  .min(2000, { error: "not-a-year" })
  .max(2199, { error: "not-a-year" });

const input = z.object({
  kind: oneOf(PROJECT_KINDS),
  name: requiredText(160),
  fromYear: year,
  toYear: year,
  ceilingEuro: z
    .union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(100_000_000)], {
      error: "not-a-number",
    })
    .nullish()
    .transform((euro) => euro ?? null),
});

/** Adds a programme (oproepronde): a call for guidance or for implementation projects over one or more school years. */
export async function addProgramme(ctx: Context, raw: Raw): Promise<{ programmeId: string }> {
  const programme = parse(input, raw);
  if (programme.toYear < programme.fromYear) throw invalid({ toYear: "before-start" });
  return transact(ctx, async (tx) => {
    await permitOnPlatform(tx, "manage");
    const programmeId = newId();
    await insertProgramme(tx.db, { id: programmeId, ...programme, createdAt: tx.clock() });
    tx.record({ type: "programme.added", data: { programmeId, name: programme.name } });
    return { programmeId };
  });
}

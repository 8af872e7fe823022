import * as z from "zod";
import { setProfile } from "#db/people/store.ts";
import { LANGUAGES } from "#domain/people/words.ts";
import { actingPerson, type Context, transact } from "#server/context.ts";
import { oneOf, parse, type Raw, requiredText } from "#server/input.ts";

export const PERSON_NAME_LIMIT = 120;

/** A name as others will see it: one line. */
export const personName = requiredText(PERSON_NAME_LIMIT).refine((name) => !/[\t\r\n\u2028\u2029]/.test(name), {
  error: "control-characters",
});

const input = z.object({ name: personName, language: oneOf(LANGUAGES) });

/** Changes one's own name and the language in which mails come. */
export async function changeProfile(ctx: Context, raw: Raw): Promise<void> {
  const personId = actingPerson(ctx);
  const profile = parse(input, raw);
  await transact(ctx, async (tx) => {
    await setProfile(tx.db, personId, profile);
    tx.record({ type: "person.changed" });
    tx.announce([`person:${personId}`], [["account"]]);
  });
}

import * as z from "zod";
import { isId } from "#db/ids.ts";
import { lockPerson, setDisabledAt } from "#db/people/store.ts";
import { notFound } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { permitOnPlatform } from "#server/platform/index.ts";
import { announceAccount } from "./disable-person.ts";

const input = z.object({ personId: z.string() });

/** Opens a closed account again: the same person, the same places, the same password. The sessions stay ended. */
export async function enablePerson(ctx: Context, raw: Raw): Promise<void> {
  const { personId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const permission = await permitOnPlatform(tx, "manage");
    const person = isId(personId) ? await lockPerson(tx.db, personId) : null;
    if (!person) throw notFound();
    if (!person.disabledAt) return;
    await setDisabledAt(tx.db, permission, personId, null);
    tx.record({ type: "person.enabled", data: { personId } });
    announceAccount(tx, personId);
  });
}

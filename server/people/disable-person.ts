import * as z from "zod";
import { isId } from "#db/ids.ts";
import { lockStaff } from "#db/people/belonging.ts";
import { lockPerson, setDisabledAt } from "#db/people/store.ts";
import { conflict, notFound } from "#domain/errors.ts";
import { type Context, transact, type Writing } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { permitOnPlatform } from "#server/platform/index.ts";
import { endAllSessions } from "./sessions.ts";

const input = z.object({ personId: z.string() });

/**
 * Closes somebody's account: every session and every open screen ends at once, and signing in says why. What they were
 * and what they wrote stays, with their name, so that opening the account again gives back exactly what there was.
 * Somebody of the staff is always left: nobody could open anything again after the last.
 */
export async function disablePerson(ctx: Context, raw: Raw): Promise<void> {
  const { personId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const permission = await permitOnPlatform(tx, "manage");
    // All of the staff at once: two who close each other's account at the same moment go one after the other.
    const staff = await lockStaff(tx.db);
    const person = isId(personId) ? await lockPerson(tx.db, personId) : null;
    if (!person) throw notFound();
    if (person.disabledAt) return;
    if (staff.includes(personId) && staff.length === 1) throw conflict("last-staff");
    await setDisabledAt(tx.db, permission, personId, tx.clock());
    await endAllSessions(tx, personId);
    tx.record({ type: "person.disabled", data: { personId } });
    announceAccount(tx, personId);
  });
}

/** The one place with the consequences of an account that closes or opens: its screens and its sockets. */
export function announceAccount(tx: Writing, personId: string): void {
  tx.announce([`person:${personId}`], [["account"], ["overview"]]);
  tx.recheck({ personId });
}

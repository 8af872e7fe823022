import * as z from "zod";
import { deletePasswordResetsOf } from "#db/people/password-resets.ts";
import { lockPerson, ownPerson, setPasswordHash } from "#db/people/store.ts";
import { invalid, notFound } from "#domain/errors.ts";
import { actingPerson, type Context, transact, type Writing } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { refusePassword } from "./password-rule.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { endAllSessions } from "./sessions.ts";
import { typedPassword, type Visit } from "./sign-in.ts";
import { countTry, forgetTries, type Try } from "./sign-in-limits.ts";

const input = z.object({ current: typedPassword, password: typedPassword });

/** Changes one's own password. Every other session ends: whoever knew the old one is out (T07, T30). */
export async function changePassword(ctx: Context, raw: Raw, visit: Visit): Promise<void> {
  const personId = actingPerson(ctx);
  const { current, password } = parse(input, raw);
  const person = await ownPerson(ctx.db, personId);
  if (!person?.email) throw notFound();
  const refusal = refusePassword(password, person.email);
  if (refusal) throw invalid({ password: refusal });

  // Counted as well: an open screen left alone must not be a place to guess at.
  const attempt: Try = { use: "password", aim: personId, clientIp: visit.clientIp };
  await countTry(ctx, attempt);
  if (!(await isPassword(person.passwordHash, current))) throw invalid({ current: "wrong-password" });
  await forgetTries(ctx, attempt);

  const passwordHash = await hashPassword(password);
  await transact(ctx, async (tx) => {
    const now = await lockPerson(tx.db, personId);
    // Between the check and this lock another change may have won; what was proved then proves nothing now.
    if (now?.passwordHash !== person.passwordHash) throw invalid({ current: "wrong-password" });
    await setNewPassword(tx, personId, passwordHash, visit.session?.sessionId);
  });
}

/** The rest of every change of a password, however it was permitted. */
export async function setNewPassword(
  tx: Writing,
  personId: string,
  passwordHash: string,
  exceptSessionId?: string,
): Promise<void> {
  await setPasswordHash(tx.db, personId, passwordHash);
  await deletePasswordResetsOf(tx.db, personId);
  await endAllSessions(tx, personId, exceptSessionId);
  tx.record({ type: "password.changed" });
  tx.record({ type: "session.ended", data: { why: "password-changed" } });
}

import * as z from "zod";
import { lockPerson, type Person, personByEmailUnscoped } from "#db/people/store.ts";
import { invalid } from "#domain/errors.ts";
import type { Language } from "#domain/people/words.ts";
import { type Context, transact } from "#server/context.ts";
import { emailAddress, parse, type Raw } from "#server/input.ts";
import { PASSWORD_LENGTH } from "./password-rule.ts";
import { isPassword } from "./passwords.ts";
import { endSession, startSession } from "./sessions.ts";
import { countTry, forgetTries, type Try } from "./sign-in-limits.ts";

/** Where a try to sign in comes from. */
export interface Visit {
  clientIp: string;
  /** The session that this browser had until now; it ends. */
  session: { sessionId: string } | null;
}

/** A password as it was typed, to compare with: every character counts, spaces too. */
export const typedPassword = z.string({ error: "required" }).min(1, { error: "required" });

const input = z.object({
  email: emailAddress,
  password: typedPassword.max(PASSWORD_LENGTH.most, { error: "too-long" }),
});

/**
 * Signs somebody in with address and password. Every wrong answer is the same answer at the same cost, whether the
 * account exists, has no password yet or is closed (T36). Only who types the right password of a closed account, and so
 * proved to be its owner, is told that it is closed.
 *
 * @returns the Set-Cookie header of a new session.
 */
export async function signIn(
  ctx: Context,
  raw: Raw,
  visit: Visit,
): Promise<{ personId: string; language: Language; cookie: string }> {
  const { email, password } = parse(input, raw);
  const attempt: Try = { use: "sign-in", aim: email, clientIp: visit.clientIp };
  await countTry(ctx, attempt);
  const person = await personByEmailUnscoped(ctx.db, email);
  if (!(await isPassword(person?.passwordHash, password)) || !person) throw invalid({ form: "wrong-sign-in" });
  await forgetTries(ctx, attempt);
  if (person.disabledAt) throw invalid({ form: "account-closed" });
  return { personId: person.id, language: person.language, cookie: await enter(ctx, person, visit) };
}

/** Gives a person who proved who they are a new session, in place of the one that this browser had. */
async function enter(ctx: Context, person: Person, { session }: Pick<Visit, "session">): Promise<string> {
  const personId = person.id;
  return transact({ ...ctx, actor: { kind: "person", id: personId } }, async (tx) => {
    const now = await lockPerson(tx.db, personId);
    // While the password was being checked, another may have been chosen or the account closed, and every session
    // ended: one begun now with what was proved before would outlive that.
    if (now?.passwordHash !== person.passwordHash) throw invalid({ form: "wrong-sign-in" });
    if (now?.disabledAt) throw invalid({ form: "account-closed" });
    const before = session && (await endSession(tx, session.sessionId));
    // On a computer that is shared it may be somebody else's: the trail says whose.
    if (before) tx.record({ type: "session.ended", data: { why: "replaced", personId: before } });
    const { cookie } = await startSession(tx, personId);
    tx.record({ type: "session.started" });
    return cookie;
  });
}

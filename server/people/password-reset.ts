import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { passwordResetByHash, replacePasswordReset, takePasswordReset } from "#db/people/password-resets.ts";
import { ownPerson, type Person, personByEmailUnscoped } from "#db/people/store.ts";
import { conflict, invalid } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { emailAddress, parse, type Raw } from "#server/input.ts";
import { queueMail } from "#server/mail/index.ts";
import { setNewPassword } from "./change-password.ts";
import { refusePassword } from "./password-rule.ts";
import { hashPassword } from "./passwords.ts";
import { typedPassword, type Visit } from "./sign-in.ts";
import { countTry, forgetTries } from "./sign-in-limits.ts";

const VALID_MINUTES = 30;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Mails a link to choose a new password, to who has an account here. The answer is the same for everybody and does not
 * wait for the mail to be written: neither its words nor its time tell whether there is an account (T36).
 *
 * @returns `written` settles when the mail waits in the outbox; a page has no use for it.
 */
export async function askPasswordReset(ctx: Context, raw: Raw, visit: Visit): Promise<{ written: Promise<void> }> {
  const { email } = parse(z.object({ email: emailAddress }), raw);
  await countTry(ctx, { use: "reset", aim: email, clientIp: visit.clientIp });
  const person = await personByEmailUnscoped(ctx.db, email);
  const written = person && !person.disabledAt ? writeReset(ctx, person, email) : Promise.resolve();
  return { written: written.catch((error: unknown) => ctx.log.error({ err: error }, "a reset link was not written")) };
}

async function writeReset(ctx: Context, person: Person, email: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  await transact({ ...ctx, actor: { kind: "person", id: person.id } }, async (tx) => {
    const askedAt = tx.clock();
    const expiresAt = new Date(askedAt.getTime() + VALID_MINUTES * 60_000);
    await replacePasswordReset(tx.db, { tokenHash: hashOf(token), personId: person.id, askedAt, expiresAt });
    tx.record({ type: "password.reset-asked" });
    await queueMail(tx, {
      to: email,
      language: person.language,
      template: "password-reset",
      params: { name: person.name, minutes: VALID_MINUTES, link: `${tx.publicUrl}/wachtwoord/${token}` },
    });
  });
}

/** Whether a reset link still works. Looking does not use it up (T32). */
export async function isResetLinkOpen(ctx: Context, token: unknown): Promise<boolean> {
  return (await personOf(ctx, token)) !== null;
}

async function personOf(ctx: Context, token: unknown): Promise<Person | null> {
  if (typeof token !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const personId = await passwordResetByHash(ctx.db, hashOf(token), ctx.clock());
  const person = personId ? await ownPerson(ctx.db, personId) : null;
  return person && !person.disabledAt ? person : null;
}

/** Sets a new password by a mailed link: once, within 30 minutes; every session ends (T42). */
export async function resetPassword(ctx: Context, raw: Raw, visit: Visit): Promise<void> {
  const { token, password } = parse(z.object({ token: z.string(), password: typedPassword }), raw);
  const person = await personOf(ctx, token);
  if (!person?.email) throw conflict("reset-link-over");
  const refusal = refusePassword(password, person.email);
  if (refusal) throw invalid({ password: refusal });

  const passwordHash = await hashPassword(password);
  await transact({ ...ctx, actor: { kind: "person", id: person.id } }, async (tx) => {
    if ((await takePasswordReset(tx.db, hashOf(token), tx.clock())) === null) throw conflict("reset-link-over");
    await setNewPassword(tx, person.id, passwordHash);
  });
  // Whoever guessed at this account does not keep its owner out.
  await forgetTries(ctx, { use: "sign-in", aim: person.email, clientIp: visit.clientIp });
}

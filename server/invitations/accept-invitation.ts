import * as z from "zod";
import { newId } from "#db/ids.ts";
import {
  acceptInvitationRow,
  giveInvitedRoles,
  type Invitation,
  invitationByHashUnscoped,
  lockInvitationByHash,
  namesOfInvitation,
  wasRemovedSince,
} from "#db/invitations/store.ts";
import { personByEmailUnscoped } from "#db/people/store.ts";
import { conflict, Failure, forbidden, invalid, notFound } from "#domain/errors.ts";
import { LANGUAGES } from "#domain/people/words.ts";
import { type Context, transact, type Writing } from "#server/context.ts";
import { optionalOneOf, parse, type Raw } from "#server/input.ts";
import {
  addPerson,
  hashPassword,
  type NewPerson,
  personName,
  refusePassword,
  startSession,
} from "#server/people/index.ts";
import { announcePlace } from "./announce-place.ts";
import { stateOf } from "./invitation-state.ts";
import { hashOfToken, looksLikeToken } from "./tokens.ts";

const newAccount = z.object({
  name: personName,
  password: z.string({ error: "required" }),
  language: optionalOneOf(LANGUAGES),
});

/**
 * Accepts an invitation: exactly its role, once, for the invited address (T44). Who has no account makes one here and
 * is signed in; who has one must be signed in to it.
 *
 * @returns the Set-Cookie header of a new account's first session; null for who was signed in already.
 */
export async function acceptInvitation(ctx: Context, raw: Raw): Promise<{ personId: string; cookie: string | null }> {
  const { token } = raw;
  if (!looksLikeToken(token)) throw notFound();
  const tokenHash = hashOfToken(token);
  const invitation = await invitationByHashUnscoped(ctx.db, tokenHash);
  if (!invitation) throw notFound();
  await refuseClosed(ctx, invitation);

  const account = await personByEmailUnscoped(ctx.db, invitation.email);
  if (ctx.actor.kind === "person") {
    // Forwarded, or somebody else at a shared computer.
    if (ctx.actor.id !== account?.id) throw forbidden("invited-somebody-else");
    return { personId: account.id, cookie: await join(ctx, account.id, tokenHash, null) };
  }
  if (account) throw new Failure("signed-out", "sign-in-first");

  const { name, password, language } = parse(newAccount, raw);
  const refusal = refusePassword(password, invitation.email);
  if (refusal) throw invalid({ password: refusal });
  const passwordHash = await hashPassword(password);
  const personId = newId();
  const person = { name, email: invitation.email, passwordHash, language: language ?? "nl" };
  return { personId, cookie: await join(ctx, personId, tokenHash, person) };
}

async function join(
  ctx: Context,
  personId: string,
  tokenHash: string,
  newcomer: NewPerson | null,
): Promise<string | null> {
  return transact({ ...ctx, actor: { kind: "person", id: personId } }, async (tx) => {
    const invitation = await lockInvitationByHash(tx.db, tokenHash);
    if (!invitation) throw notFound();
    await refuseClosed(tx, invitation);
    // Two invitations of one new address can be accepted at the same moment: the second finds the account there.
    if (newcomer && !(await addPerson(tx, newcomer, personId))) throw new Failure("signed-out", "sign-in-first");
    if (await wasRemovedSince(tx.db, personId, invitation)) throw await closed(tx, invitation, "invitation-revoked");

    const at = tx.clock();
    await giveInvitedRoles(tx.db, personId, invitation, at);
    await acceptInvitationRow(tx.db, invitation.id, { at, by: personId });
    noteJoined(tx, personId, invitation);
    if (!newcomer) return null;
    tx.record({ type: "session.started" });
    return (await startSession(tx, personId)).cookie;
  });
}

function noteJoined(tx: Writing, personId: string, invitation: Invitation): void {
  const { organisationId, teamId, teamRole, projectId, projectRole } = invitation;
  tx.record({
    type: "person.joined",
    organisationId,
    teamId,
    projectId,
    data: { personId, function: invitation.function, teamRole, projectRole },
  });
  announcePlace(tx, invitation);
  tx.announce([`person:${personId}`], [["account"], ["overview"]]);
  tx.recheck({ personId });
}

async function refuseClosed(ctx: Context, invitation: Invitation): Promise<void> {
  const state = stateOf(invitation, ctx.clock());
  if (state !== "open") throw await closed(ctx, invitation, `invitation-${state}`);
}

/** With the name of who can invite again. */
async function closed(ctx: Context, invitation: Invitation, reason: string): Promise<Failure> {
  const { inviter, organisation } = await namesOfInvitation(ctx.db, invitation);
  return conflict(reason, { inviter: inviter ?? organisation });
}

import { invitationByHashUnscoped, namesOfInvitation } from "#db/invitations/store.ts";
import { ownPerson, personByEmailUnscoped } from "#db/people/store.ts";
import { notFound } from "#domain/errors.ts";
import type { Context } from "#server/context.ts";
import { type InvitationState, stateOf } from "./invitation-state.ts";
import { hashOfToken, looksLikeToken } from "./tokens.ts";

/** What the person at the screen has to do to accept. */
export type Step = "choose-password" | "sign-in" | "confirm" | "sign-out";

/** What an invitation says, for who holds its link. Reading it changes nothing (T32). */
export async function invitationByToken(ctx: Context, token: unknown) {
  const invitation = looksLikeToken(token) ? await invitationByHashUnscoped(ctx.db, hashOfToken(token)) : null;
  if (!invitation) throw notFound();
  const names = await namesOfInvitation(ctx.db, invitation);
  const state: InvitationState = stateOf(invitation, ctx.clock());
  const { email, function: personFunction, teamRole, projectRole, expiresAt } = invitation;
  return {
    state,
    ...names,
    email,
    function: personFunction,
    teamRole,
    projectRole,
    expiresAt,
    step: state === "open" ? await nextStep(ctx, email) : null,
  };
}

async function nextStep(ctx: Context, email: string): Promise<Step> {
  if (ctx.actor.kind === "person") {
    const person = await ownPerson(ctx.db, ctx.actor.id);
    return person?.email === email ? "confirm" : "sign-out";
  }
  return (await personByEmailUnscoped(ctx.db, email)) ? "sign-in" : "choose-password";
}

import * as z from "zod";
import { mailCatalogues } from "#content/mails/index.ts";
import { newId } from "#db/ids.ts";
import {
  type InvitationNames,
  insertInvitation,
  type NewInvitation,
  namesOfInvitation,
  revokeSupersededRows,
} from "#db/invitations/store.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { FUNCTIONS, type Language, PROJECT_ROLES, TEAM_ROLES } from "#domain/people/words.ts";
import { actorId, type Context, transact, type Writing } from "#server/context.ts";
import { emailAddress, optionalOneOf, parse, type Raw } from "#server/input.ts";
import { type QueuedMail, queueMail } from "#server/mail/index.ts";
import { announcePlace } from "./announce-place.ts";
import { languageOfInvitation } from "./language-of-invitation.ts";
import { type Place, permitInvitation } from "./permit-invitation.ts";
import { hashOfToken, newToken } from "./tokens.ts";

const INVITATION_DAYS = 14;

const optionalId = z
  .union([z.literal(""), z.string({ error: "unknown-choice" })], { error: "unknown-choice" })
  .nullish()
  .transform((id) => (id ? id : null));

const input = z.object({
  email: emailAddress,
  organisationId: optionalId,
  function: optionalOneOf(FUNCTIONS),
  teamId: optionalId,
  teamRole: optionalOneOf(TEAM_ROLES),
  projectId: optionalId,
  projectRole: optionalOneOf(PROJECT_ROLES),
});

/**
 * Invites an address to an organisation, a team or a project, by a link that works once, for 14 days. It says nothing
 * about whether the address has an account (T36). Inviting again replaces the earlier link.
 */
export async function invite(ctx: Context, raw: Raw): Promise<{ invitationId: string }> {
  const { email, ...wanted } = parse(input, raw);
  return transact(ctx, async (tx) => {
    const place = await permitInvitation(tx, wanted);
    return writeInvitation(tx, place, email);
  });
}

/** Writes the invitation and its mail. @returns also the link, for who reads no mail yet. */
export async function writeInvitation(
  tx: Writing,
  place: Authorized<Place, "invite">,
  email: string,
): Promise<{ invitationId: string; link: string }> {
  const token = newToken();
  const now = tx.clock();
  const by = actorId(tx);
  const { organisationId, teamId, teamRole, projectId, projectRole } = place;
  const invitation: NewInvitation & { invitedBy: string | null; teamId: string | null; projectId: string | null } = {
    id: newId(),
    tokenHash: hashOfToken(token),
    email,
    organisationId,
    function: place.function,
    teamId,
    teamRole,
    projectId,
    projectRole,
    invitedBy: by,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  };
  await revokeSupersededRows(tx.db, invitation, { at: now, by });
  await insertInvitation(tx.db, invitation);

  const language = await languageOfInvitation(tx.db, email, by);
  const link = `${tx.publicUrl}/uitnodiging/${token}`;
  const names = await namesOfInvitation(tx.db, invitation);
  await queueMail(tx, invitationMail(place, names, { email, language, link }), invitation.id);
  tx.record({
    type: "person.invited",
    organisationId,
    teamId,
    projectId,
    data: { function: place.function, teamRole, projectRole },
  });
  announcePlace(tx, place);
  return { invitationId: invitation.id, link };
}

function invitationMail(
  place: Place,
  names: InvitationNames,
  { email, language, link }: { email: string; language: Language; link: string },
): QueuedMail {
  const words = mailCatalogues[language];
  const to = { to: email, language };
  const common = { inviter: names.inviter ?? words.someone, days: INVITATION_DAYS, link };
  const { organisation } = names;
  if (names.team && place.teamRole) {
    const params = { ...common, organisation, team: names.team, role: words.teamRole[place.teamRole] };
    return { ...to, template: "invitation-to-team", params };
  }
  if (names.project && place.projectRole) {
    const params = { ...common, project: names.project, role: words.projectRole[place.projectRole] };
    return { ...to, template: "invitation-to-project", params };
  }
  const params = { ...common, organisation, role: words.function[place.function] };
  return { ...to, template: "invitation-to-organisation", params };
}

import { type InvitedTo, openInvitationsTo } from "#db/invitations/store.ts";
import type { Context } from "#server/context.ts";
import { loadOrganisation } from "#server/organisations/index.ts";
import { loadProject } from "#server/projects/index.ts";
import { loadTeam } from "#server/teams/index.ts";

/** Who is invited to a place and has not come yet, for who may manage it; `over` when the link works no more. */
export async function openInvitations(ctx: Context, to: InvitedTo) {
  if ("teamId" in to) await loadTeam(ctx, to.teamId, "manageMembers");
  else if ("projectId" in to) await loadProject(ctx, to.projectId, "manage");
  else await loadOrganisation(ctx, to.organisationId, "manage");
  const now = ctx.clock();
  const invitations = await openInvitationsTo(ctx.db, to);
  return invitations.map((invitation) => ({ ...invitation, over: invitation.expiresAt <= now }));
}

import type { RequestContext } from "#app/session/route.server.ts";
import { openInvitations } from "#server/invitations/index.ts";
import { viewTeam } from "#server/teams/index.ts";

export type TeamAnswer = Awaited<ReturnType<typeof answerTeam>>;

/** A team with who is invited to it: an accepted invitation changes both, so the screen asks for both. */
export async function answerTeam(ctx: RequestContext, teamId: unknown) {
  const view = await viewTeam(ctx, teamId);
  const invitations = view.can.manageMembers ? await openInvitations(ctx, { teamId: view.id }) : [];
  return { view, invitations };
}

import type { RequestContext } from "#app/session/route.server.ts";
import { openInvitations } from "#server/invitations/index.ts";
import { viewProject } from "#server/overview/index.ts";

export type ProjectAnswer = Awaited<ReturnType<typeof answerProject>>;

/** A project with who is invited to it: an accepted invitation changes both, so the screen asks for both. */
export async function answerProject(ctx: RequestContext, projectId: unknown) {
  const view = await viewProject(ctx, projectId);
  const invitations = view.can.manage ? await openInvitations(ctx, { projectId: view.id }) : [];
  return { view, invitations };
}

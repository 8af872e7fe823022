import { verbOf } from "#app/session/route.server.ts";
import { revokeInvitation } from "#server/invitations/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await revokeInvitation(ctx, { ...input, invitationId: params.invitationId });
});

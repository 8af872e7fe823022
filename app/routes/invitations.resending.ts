import { verbOf } from "#app/session/route.server.ts";
import { resendInvitation } from "#server/invitations/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await resendInvitation(ctx, { ...input, invitationId: params.invitationId });
});

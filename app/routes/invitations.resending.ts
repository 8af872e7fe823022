import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { resendInvitation } from "#server/invitations/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await resendInvitation(ctx, { ...input, invitationId: params.invitationId });
  return json({ ok: true });
});

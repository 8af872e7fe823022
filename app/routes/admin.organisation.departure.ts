import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { endMembership } from "#server/organisations/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await endMembership(ctx, { ...input, organisationId: params.organisationId });
  return json({ ok: true });
});

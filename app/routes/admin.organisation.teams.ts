import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { addTeam } from "#server/teams/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await addTeam(ctx, { ...input, organisationId: params.organisationId });
  return json({ ok: true });
});

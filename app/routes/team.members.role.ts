import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { changeMemberRole } from "#server/teams/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await changeMemberRole(ctx, { ...input, teamId: params.teamId });
  return json({ ok: true });
});

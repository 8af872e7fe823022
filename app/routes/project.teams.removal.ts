import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { removeProjectTeam } from "#server/projects/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await removeProjectTeam(ctx, { ...input, projectId: params.projectId });
  return json({ ok: true });
});

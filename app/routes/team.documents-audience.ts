import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { chooseDocumentsAudience } from "#server/projects/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await chooseDocumentsAudience(ctx, { ...input, teamId: params.teamId });
  return json({ ok: true });
});

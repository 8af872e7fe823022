import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { removeProjectPerson } from "#server/projects/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await removeProjectPerson(ctx, { ...input, projectId: params.projectId });
  return json({ ok: true });
});

import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { startThread } from "#server/comments/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await startThread(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { strikeDecision } from "#server/cycles/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await strikeDecision(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { noteDecision } from "#server/cycles/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await noteDecision(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { planMeeting } from "#server/cycles/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await planMeeting(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

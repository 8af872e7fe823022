import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { explainStrand } from "#server/cycles/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await explainStrand(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { cancelVisit } from "#server/coaching/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await cancelVisit(ctx, { ...input, visitId: params.visitId });
  return json({ ok: true });
});

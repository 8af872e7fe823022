import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { restoreCard } from "#server/cards/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await restoreCard(ctx, { ...input, cycleId: params.cycleId, cardId: params.cardId });
  return json({ ok: true });
});

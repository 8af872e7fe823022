import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { changeCard } from "#server/cards/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await changeCard(ctx, { ...input, cycleId: params.cycleId, cardId: params.cardId });
  return json({ ok: true });
});

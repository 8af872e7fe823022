import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { addCard } from "#server/cards/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await addCard(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true });
});

import { verbOf } from "#app/session/route.server.ts";
import { changeCard } from "#server/cards/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await changeCard(ctx, { ...input, cycleId: params.cycleId, cardId: params.cardId });
});

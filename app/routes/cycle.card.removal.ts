import { verbOf } from "#app/session/route.server.ts";
import { discardCard } from "#server/cards/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await discardCard(ctx, { ...input, cycleId: params.cycleId, cardId: params.cardId });
});

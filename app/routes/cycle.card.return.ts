import { verbOf } from "#app/session/route.server.ts";
import { restoreCard } from "#server/cards/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await restoreCard(ctx, { ...input, cycleId: params.cycleId, cardId: params.cardId });
});

import { verbOf } from "#app/session/route.server.ts";
import { shareCards } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await shareCards(ctx, { ...input, cycleId: params.cycleId });
});

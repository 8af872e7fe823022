import { verbOf } from "#app/session/route.server.ts";
import { addCard } from "#server/cards/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await addCard(ctx, { ...input, cycleId: params.cycleId });
});

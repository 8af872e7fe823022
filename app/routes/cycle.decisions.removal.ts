import { verbOf } from "#app/session/route.server.ts";
import { strikeDecision } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await strikeDecision(ctx, { ...input, cycleId: params.cycleId });
});

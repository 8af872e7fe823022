import { verbOf } from "#app/session/route.server.ts";
import { closeCycle } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await closeCycle(ctx, { ...input, cycleId: params.cycleId });
});

import { verbOf } from "#app/session/route.server.ts";
import { reopenCycle } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await reopenCycle(ctx, { ...input, cycleId: params.cycleId });
});

import { verbOf } from "#app/session/route.server.ts";
import { moveCycle } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await moveCycle(ctx, { ...input, cycleId: params.cycleId });
});

import { verbOf } from "#app/session/route.server.ts";
import { noteDecision } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await noteDecision(ctx, { ...input, cycleId: params.cycleId });
});

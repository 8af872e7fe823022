import { verbOf } from "#app/session/route.server.ts";
import { explainStrand } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await explainStrand(ctx, { ...input, cycleId: params.cycleId });
});

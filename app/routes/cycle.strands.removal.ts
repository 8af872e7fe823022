import { verbOf } from "#app/session/route.server.ts";
import { unlinkStrand } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await unlinkStrand(ctx, { ...input, cycleId: params.cycleId });
});

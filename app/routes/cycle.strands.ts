import { verbOf } from "#app/session/route.server.ts";
import { linkStrand } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await linkStrand(ctx, { ...input, cycleId: params.cycleId });
});

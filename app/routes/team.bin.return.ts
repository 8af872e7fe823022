import { verbOf } from "#app/session/route.server.ts";
import { restoreCycle } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await restoreCycle(ctx, { ...input, teamId: params.teamId });
});

import { verbOf } from "#app/session/route.server.ts";
import { startThread } from "#server/comments/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await startThread(ctx, { ...input, cycleId: params.cycleId });
});

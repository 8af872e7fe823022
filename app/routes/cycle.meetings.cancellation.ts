import { verbOf } from "#app/session/route.server.ts";
import { cancelMeeting } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await cancelMeeting(ctx, { ...input, cycleId: params.cycleId });
});

import { verbOf } from "#app/session/route.server.ts";
import { planMeeting } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await planMeeting(ctx, { ...input, cycleId: params.cycleId });
});

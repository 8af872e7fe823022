import { verbOf } from "#app/session/route.server.ts";
import { shareDocument } from "#server/cycles/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await shareDocument(ctx, { ...input, cycleId: params.cycleId });
});

import { verbOf } from "#app/session/route.server.ts";
import { cancelVisit } from "#server/coaching/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await cancelVisit(ctx, { ...input, visitId: params.visitId });
});

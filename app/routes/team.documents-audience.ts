import { verbOf } from "#app/session/route.server.ts";
import { chooseDocumentsAudience } from "#server/projects/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await chooseDocumentsAudience(ctx, { ...input, teamId: params.teamId });
});

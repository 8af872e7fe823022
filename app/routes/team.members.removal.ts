import { verbOf } from "#app/session/route.server.ts";
import { removeMember } from "#server/teams/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await removeMember(ctx, { ...input, teamId: params.teamId });
});

import { verbOf } from "#app/session/route.server.ts";
import { changeMemberRole } from "#server/teams/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await changeMemberRole(ctx, { ...input, teamId: params.teamId });
});

import { verbOf } from "#app/session/route.server.ts";
import { addMember } from "#server/teams/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await addMember(ctx, { ...input, teamId: params.teamId });
});

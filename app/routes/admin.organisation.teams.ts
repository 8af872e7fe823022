import { verbOf } from "#app/session/route.server.ts";
import { addTeam } from "#server/teams/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await addTeam(ctx, { ...input, organisationId: params.organisationId });
});

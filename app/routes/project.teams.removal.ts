import { verbOf } from "#app/session/route.server.ts";
import { removeProjectTeam } from "#server/projects/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await removeProjectTeam(ctx, { ...input, projectId: params.projectId });
});

import { verbOf } from "#app/session/route.server.ts";
import { addProjectTeam } from "#server/projects/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await addProjectTeam(ctx, { ...input, projectId: params.projectId });
});

import { verbOf } from "#app/session/route.server.ts";
import { removeProjectPerson } from "#server/projects/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await removeProjectPerson(ctx, { ...input, projectId: params.projectId });
});

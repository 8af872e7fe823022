import { verbOf } from "#app/session/route.server.ts";
import { addProjectPerson } from "#server/projects/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await addProjectPerson(ctx, { ...input, projectId: params.projectId });
});

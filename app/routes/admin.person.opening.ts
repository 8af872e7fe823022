import { verbOf } from "#app/session/route.server.ts";
import { enablePerson } from "#server/people/index.ts";

export const action = verbOf(async ({ ctx, params }) => {
  await enablePerson(ctx, { personId: params.personId });
});

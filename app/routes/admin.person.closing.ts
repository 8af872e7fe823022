import { verbOf } from "#app/session/route.server.ts";
import { disablePerson } from "#server/people/index.ts";

export const action = verbOf(async ({ ctx, params }) => {
  await disablePerson(ctx, { personId: params.personId });
});

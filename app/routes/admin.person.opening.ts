import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { enablePerson } from "#server/people/index.ts";

export const action = actionOf(async ({ ctx, params }) => {
  await enablePerson(ctx, { personId: params.personId });
  return json({ ok: true });
});

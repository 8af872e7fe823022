import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { disablePerson } from "#server/people/index.ts";

export const action = actionOf(async ({ ctx, params }) => {
  await disablePerson(ctx, { personId: params.personId });
  return json({ ok: true });
});

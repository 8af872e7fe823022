import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { invite } from "#server/invitations/index.ts";

export const action = actionOf(async ({ ctx, input }) => {
  await invite(ctx, input);
  return json({ ok: true });
});

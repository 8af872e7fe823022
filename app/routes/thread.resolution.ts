import { json } from "@remix-run/node";
import { actionOf } from "#app/session/route.server.ts";
import { resolveThread } from "#server/comments/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  await resolveThread(ctx, { ...input, threadId: params.threadId });
  return json({ ok: true });
});

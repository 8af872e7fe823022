import { verbOf } from "#app/session/route.server.ts";
import { resolveThread } from "#server/comments/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await resolveThread(ctx, { ...input, threadId: params.threadId });
});

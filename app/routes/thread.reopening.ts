import { verbOf } from "#app/session/route.server.ts";
import { reopenThread } from "#server/comments/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await reopenThread(ctx, { ...input, threadId: params.threadId });
});

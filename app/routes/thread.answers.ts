import { verbOf } from "#app/session/route.server.ts";
import { answerThread } from "#server/comments/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await answerThread(ctx, { ...input, threadId: params.threadId });
});

import { verbOf } from "#app/session/route.server.ts";
import { invite } from "#server/invitations/index.ts";

export const action = verbOf(async ({ ctx, input }) => {
  await invite(ctx, input);
});

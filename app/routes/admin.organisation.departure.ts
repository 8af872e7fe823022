import { verbOf } from "#app/session/route.server.ts";
import { endMembership } from "#server/organisations/index.ts";

export const action = verbOf(async ({ ctx, params, input }) => {
  await endMembership(ctx, { ...input, organisationId: params.organisationId });
});

import { json } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { viewCycle } from "#server/workspace/index.ts";

export const loader = loaderOf(async ({ ctx, params, request }) =>
  json(await viewCycle(ctx, params.cycleId, preferencesOf(request).language)),
);

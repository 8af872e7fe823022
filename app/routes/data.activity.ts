import { json } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { viewActivity } from "#server/workspace/index.ts";

export const loader = loaderOf(async ({ ctx, params, request }) =>
  json(await viewActivity(ctx, params.cycleId, preferencesOf(request).language)),
);

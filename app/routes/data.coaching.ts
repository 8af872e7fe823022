import { json } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { viewCoaching } from "#server/overview/index.ts";

export const loader = loaderOf(async ({ ctx, request }) =>
  json(await viewCoaching(ctx, preferencesOf(request).language)),
);

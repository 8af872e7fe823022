import { json } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { viewStart } from "#server/overview/index.ts";

export const loader = loaderOf(async ({ ctx, request }) => json(await viewStart(ctx, preferencesOf(request).language)));

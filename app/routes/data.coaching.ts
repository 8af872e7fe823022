import { json } from "@remix-run/node";
import { loaderOf } from "#app/session/route.server.ts";
import { viewCoaching } from "#server/overview/index.ts";

export const loader = loaderOf(async ({ ctx }) => json(await viewCoaching(ctx)));

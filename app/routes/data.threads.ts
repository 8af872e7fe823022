import { json } from "@remix-run/node";
import { loaderOf } from "#app/session/route.server.ts";
import { viewThreads } from "#server/workspace/index.ts";

export const loader = loaderOf(async ({ ctx, params }) => json(await viewThreads(ctx, params.cycleId)));

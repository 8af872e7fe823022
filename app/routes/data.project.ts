import { json } from "@remix-run/node";
import { loaderOf } from "#app/session/route.server.ts";
import { viewProject } from "#server/overview/index.ts";

export const loader = loaderOf(async ({ ctx, params }) => json(await viewProject(ctx, params.projectId)));

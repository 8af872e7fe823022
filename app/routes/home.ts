import { redirect } from "@remix-run/node";
import { toolkitPath } from "#app/features/toolkit/paths.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { type FirstPage, firstPageOf } from "#server/overview/index.ts";

const PATHS: Record<FirstPage, string> = { start: "/start", coaching: "/begeleiding", projects: "/projecten" };

// People with an account have a first page of their own; what there is for everybody is the toolkit.
export const loader = loaderOf(async ({ ctx }) => redirect(ctx.session ? PATHS[await firstPageOf(ctx)] : toolkitPath));

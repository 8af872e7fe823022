import { redirect } from "@remix-run/node";
import { toolkitPath } from "#app/features/toolkit/paths.ts";
import { loaderOf } from "#app/session/route.server.ts";

// People with an account have a start page of their own; what there is for everybody is the toolkit.
export const loader = loaderOf(async ({ ctx }) => redirect(ctx.session ? "/start" : toolkitPath));

import { json } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { listStrands } from "#server/toolkit/index.ts";

/** The names of the toolkit's strands, to choose from. */
export const loader = loaderOf(async ({ ctx, request }) => {
  const { strands } = await listStrands(ctx, {}, preferencesOf(request).language);
  return json(strands.map(({ id, name, toolkit }) => ({ id, name, toolkit })));
});

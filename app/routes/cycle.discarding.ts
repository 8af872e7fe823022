import { redirect } from "@remix-run/node";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { verbOf } from "#app/session/route.server.ts";
import { discardCycle } from "#server/cycles/index.ts";

/** Its own pages are gone with it, so the answer leads away from them. */
export const action = verbOf(async ({ ctx, params, input }) => {
  await discardCycle(ctx, { ...input, cycleId: params.cycleId });
  return redirect(`${cyclePaths.start}?weg=${params.cycleId}`, 303);
});

import { redirect } from "@remix-run/node";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { loadCycle } from "#server/cycles/index.ts";

/** A cycle opens at the stage where the team is. */
export const loader = loaderOf(async ({ ctx, params }) => {
  const { cycle, stage } = await loadCycle(ctx, params.cycleId, "view");
  return redirect(cyclePaths.stage(cycle.id, stage));
});

import { redirect } from "@remix-run/node";
import { cyclePaths, stageOfSlug } from "#app/features/cycles/paths.ts";
import { actionOf } from "#app/session/route.server.ts";
import { notFound } from "#domain/errors.ts";
import { restoreVersion } from "#server/history/index.ts";

export const action = actionOf(async ({ ctx, params, input }) => {
  const stage = stageOfSlug(params.stage);
  if (!stage || !params.cycleId) throw notFound();
  await restoreVersion(ctx, { ...input, cycleId: params.cycleId, stage, versionId: params.versionId });
  return redirect(cyclePaths.stage(params.cycleId, stage), 303);
});

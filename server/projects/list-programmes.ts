import { allProjects, programmesNewestFirst } from "#db/projects/store.ts";
import type { Context } from "#server/context.ts";
import { permitOnPlatform } from "#server/platform/index.ts";

/** Every programme with its projects, for the people who set them up. */
export async function listProgrammes(ctx: Context) {
  const permission = await permitOnPlatform(ctx, "manage");
  const [programmes, projects] = await Promise.all([programmesNewestFirst(ctx.db), allProjects(ctx.db, permission)]);
  return programmes.map(({ id, kind, name, fromYear, toYear }) => ({
    ...{ id, kind, name, fromYear, toYear },
    projects: projects.filter(({ programmeId }) => programmeId === id),
  }));
}

import { allPeople } from "#db/people/belonging.ts";
import { allTeams } from "#db/teams/store.ts";
import type { Context } from "#server/context.ts";
import { loadProject } from "./load-project.ts";

export type ProjectChoices = Awaited<ReturnType<typeof projectChoices>>;

/** Whom and which teams one may add to a project: names only, for who manages it. */
export async function projectChoices(ctx: Context, projectId: unknown) {
  const scope = await loadProject(ctx, projectId, "manage");
  const [people, teams] = await Promise.all([allPeople(ctx.db, scope), allTeams(ctx.db, scope)]);
  return { people, teams };
}

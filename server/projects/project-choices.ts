import { peopleToChoose, teamsToChoose } from "#db/projects/choices.ts";
import type { Context } from "#server/context.ts";
import { loadProject } from "./load-project.ts";

export type ProjectChoices = Awaited<ReturnType<typeof projectChoices>>;

/** As many as one still looks through; more are found by searching. */
const AT_MOST = 50;
const LONGEST_SEARCH = 100;

/** Whom and which teams one may add to a project: names only, for who manages it, the first of what was searched. */
export async function projectChoices(
  ctx: Context,
  projectId: unknown,
  search: { people?: string; teams?: string } = {},
) {
  const scope = await loadProject(ctx, projectId, "manage");
  const [people, teams] = await Promise.all([
    peopleToChoose(ctx.db, scope, wanted(search.people)),
    teamsToChoose(ctx.db, scope, wanted(search.teams)),
  ]);
  return { people: firstOf(people, search.people), teams: firstOf(teams, search.teams) };
}

/** One more than is shown tells that there are more. */
const wanted = (search = "") => ({
  words: search.slice(0, LONGEST_SEARCH).split(/\s+/).filter(Boolean),
  limit: AT_MOST + 1,
});

const firstOf = <Choice>(found: readonly Choice[], search = "") => ({
  search: search.slice(0, LONGEST_SEARCH),
  found: found.slice(0, AT_MOST),
  more: found.length > AT_MOST,
});

import { projectScopesVisibleTo } from "#db/projects/scope.ts";
import { teamScopesVisibleTo } from "#db/teams/scope.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { platformRelations } from "#server/platform/index.ts";

export type FirstPage = "start" | "coaching" | "projects";

/**
 * What somebody sees first (product §1). Who has work of an own team or school begins there, whatever else they are;
 * who only coaches begins with the questions and visits of today, and who only leads projects with the projects.
 */
export async function firstPageOf(ctx: Context): Promise<FirstPage> {
  const personId = actingPerson(ctx);
  // Asked first: to staff every team and project is visible, and none of them changes the answer.
  if ((await platformRelations(ctx)).staff) return "start";
  const [teams, projects] = await Promise.all([
    teamScopesVisibleTo(ctx.db, personId),
    projectScopesVisibleTo(ctx.db, personId),
  ]);
  if (teams.some(({ who }) => who.team !== null || who.schoolLeader)) return "start";
  if (projects.some(({ who }) => who.coach)) return "coaching";
  return projects.some(({ who }) => who.lead) ? "projects" : "start";
}

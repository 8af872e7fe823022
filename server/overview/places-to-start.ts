import { projectPeopleOf, projectsOfTeams } from "#db/projects/participation.ts";
import { ownTeamScopes } from "#db/teams/scope.ts";
import { teamsWithSchool } from "#db/teams/store.ts";
import { strandsWithFigures } from "#db/toolkit/store.ts";
import { teamPolicy } from "#domain/access/policies.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";

export type PlacesToStart = Awaited<ReturnType<typeof placesToStart>>;

/**
 * What somebody chooses from when a cycle begins: the teams in which they may start one, the projects of those teams
 * with who would look along, and the strands of the toolkit.
 */
export async function placesToStart(ctx: Context, language: Language) {
  const scopes = await ownTeamScopes(ctx.db, actingPerson(ctx));
  const teamIds = scopes.filter(({ who }) => teamPolicy.startCycle(who)).map(({ team }) => team.id);
  if (teamIds.length === 0) return { teams: [], strands: [] };
  const [teams, projects, strands] = await Promise.all([
    teamsWithSchool(ctx.db, teamIds),
    projectsOfTeams(ctx.db, teamIds),
    strandsWithFigures(ctx.db, language),
  ]);
  const projectIds = [...new Set(projects.map(({ projectId }) => projectId))];
  const people = await projectPeopleOf(ctx.db, projectIds);
  return {
    teams: teams.map(({ id, name, school }) => ({
      id,
      name,
      school: school.name,
      projects: projects
        .filter(({ teamId }) => teamId === id)
        .map((project) => ({
          id: project.projectId,
          name: project.name,
          coaches: people
            .filter(({ projectId, role }) => projectId === project.projectId && role === "coach")
            .map((person) => person.name),
          documentsAudience: project.documentsAudience,
        })),
    })),
    strands: strands.map(({ id, name, toolkit }) => ({ id, name, toolkit })),
  };
}

import { cycleScopesInProject } from "#db/cycles/scope.ts";
import { projectPeopleOf, projectTeamsOf } from "#db/projects/participation.ts";
import { projectScopesVisibleTo } from "#db/projects/scope.ts";
import { programmeOf, projectStrandIds } from "#db/projects/store.ts";
import { abilities, projectPolicy } from "#domain/access/policies.ts";
import type { ProjectRelations } from "#domain/access/relations.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { loadProject } from "#server/projects/index.ts";
import { summarise } from "./summarise.ts";

export type ProjectView = Awaited<ReturnType<typeof viewProject>>;

/** A project: what it is, who is in it, and for its lead and coach where each team's cycles are in the loop. */
export async function viewProject(ctx: Context, projectId: unknown) {
  const { project, who } = await loadProject(ctx, projectId, "view");
  const can = abilities(projectPolicy, who);
  const [programme, people, teams, strands, scopes] = await Promise.all([
    programmeOf(ctx.db, project.programmeId),
    projectPeopleOf(ctx.db, [project.id]),
    projectTeamsOf(ctx.db, [project.id]),
    projectStrandIds(ctx.db, [project.id]),
    cycleScopesInProject(ctx.db, actingPerson(ctx), project.id),
  ]);
  const cycles = await summarise(ctx, scopes);
  return {
    id: project.id,
    name: project.name,
    summary: project.summary,
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    themeIds: project.themeIds,
    strandIds: strands.map(({ strandId }) => strandId),
    programme: programme && { id: programme.id, name: programme.name, kind: programme.kind },
    people: people.map(({ personId, name, role }) => ({ id: personId, name, role })),
    teams: teams.map((team) => ({
      ...team,
      cycles: cycles.filter((cycle) => cycle.team.id === team.teamId),
    })),
    // Who sees only the facts (staff, a team that takes part) is not told that the others have no cycle yet.
    seesProgress: who.lead || who.coach,
    can,
  };
}

/** The projects that a person may know of, for the list. */
export async function listProjects(ctx: Context) {
  const scopes = await projectScopesVisibleTo(ctx.db, actingPerson(ctx));
  const ids = scopes.map(({ project }) => project.id);
  const teams = await projectTeamsOf(ctx.db, ids);
  return scopes
    .map(({ project, who }) => ({
      id: project.id,
      name: project.name,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
      role: roleOf(who),
      teams: teams.filter((team) => team.projectId === project.id).length,
    }))
    .sort((one, other) => other.startsOn.localeCompare(one.startsOn) || one.name.localeCompare(other.name, "nl"));
}

/** The closest thing that somebody is to a project, for one line of a list. */
function roleOf(who: ProjectRelations): "lead" | "coach" | "participant" | "staff" {
  if (who.lead) return "lead";
  if (who.coach) return "coach";
  return who.participant ? "participant" : "staff";
}

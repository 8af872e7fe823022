import { visitsToTeams } from "#db/coaching/store.ts";
import { binnedCyclesOf } from "#db/cycles/bin.ts";
import { peopleOfOrganisation } from "#db/people/belonging.ts";
import { namesOf } from "#db/people/names.ts";
import { projectPeopleOf, projectsOfTeams } from "#db/projects/participation.ts";
import { membersOf, teamsWithSchool } from "#db/teams/store.ts";
import { abilities, teamPolicy } from "#domain/access/policies.ts";
import type { Context } from "#server/context.ts";
import { loadTeam } from "./load-team.ts";

export type TeamView = Awaited<ReturnType<typeof viewTeam>>;

/** A team: its people, its projects and what their coach reads, the visits. Who may manage also sees whom to add. */
export async function viewTeam(ctx: Context, teamId: unknown) {
  const { team, who } = await loadTeam(ctx, teamId, "view");
  const can = abilities(teamPolicy, who);
  const [[school], members, parts, visits, colleagues, bin] = await Promise.all([
    teamsWithSchool(ctx.db, [team.id]),
    can.seeMembers ? membersOf(ctx.db, [team.id]) : [],
    projectsOfTeams(ctx.db, [team.id]),
    who.team ? visitsToTeams(ctx.db, [team.id]) : [],
    can.manageMembers ? peopleOfOrganisation(ctx.db, team.organisationId) : [],
    binnedCyclesOf(ctx.db, can.restoreCycle ? [team.id] : [], ctx.clock()),
  ]);
  const projectIds = parts.map((part) => part.projectId);
  const coachIds = visits.map((visit) => visit.coachId);
  const [people, coachNames] = await Promise.all([projectPeopleOf(ctx.db, projectIds), namesOf(ctx.db, coachIds)]);
  const inTeam = new Set(members.map((member) => member.personId));

  return {
    id: team.id,
    name: team.name,
    organisationId: team.organisationId,
    school: school?.school.name ?? "",
    inTeam: who.team !== null,
    can,
    members: members.map(({ personId, name, role }) => ({ id: personId, name, role })),
    // A name to choose; the addresses of a school's people are for who manages the school.
    addable: colleagues
      .filter((person) => !person.disabled && !inTeam.has(person.id))
      .map(({ id, name }) => ({ id, name })),
    projects: parts.map(({ projectId, name, documentsAudience }) => ({
      id: projectId,
      name,
      coaches: people.filter((one) => one.projectId === projectId && one.role === "coach").map((one) => one.name),
      documentsAudience,
    })),
    visits: visits.map((visit) => ({
      id: visit.id,
      startsAt: visit.startsAt,
      purpose: visit.purpose,
      held: visit.heldAt !== null,
      notesToTeam: visit.notesToTeam,
      coach: coachNames.get(visit.coachId) ?? null,
    })),
    bin,
  };
}

import { isId } from "#db/ids.ts";
import { organisationScopeVisibleTo } from "#db/organisations/scope.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { organisationPolicy } from "#domain/access/policies.ts";
import { invalid, notFound } from "#domain/errors.ts";
import type { PersonFunction, ProjectRole, TeamRole } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { loadProject } from "#server/projects/index.ts";
import { loadTeam } from "#server/teams/index.ts";

/** What somebody is invited to become, and where. */
export interface Place {
  organisationId: string;
  function: PersonFunction;
  teamId: string | null;
  teamRole: TeamRole | null;
  projectId: string | null;
  projectRole: ProjectRole | null;
}

export type WantedPlace = Omit<Place, "organisationId" | "function"> & {
  /** null: the organisation of the team, or the applicant of the project. */
  organisationId: string | null;
  function: PersonFunction | null;
};

/** Functions that give no right by themselves; the others make somebody a leader of a school, or staff. */
const PLAIN_FUNCTIONS: readonly PersonFunction[] = ["teacher", "coach"];

/**
 * Whether this person may give away such a place. Each part needs its own right: who manages a team cannot make a
 * principal, and who manages a school cannot make staff of the knowledge centre or give a role in a project.
 *
 * @throws not-found for what may not be seen, forbidden for what may not be given.
 */
export async function permitInvitation(ctx: Context, wanted: WantedPlace): Promise<Authorized<Place, "invite">> {
  const team = wanted.teamId === null ? null : await loadTeam(ctx, wanted.teamId, "manageMembers");
  const project = wanted.projectId === null ? null : await loadProject(ctx, wanted.projectId, "manage");
  if ((team === null) !== (wanted.teamRole === null)) throw invalid({ teamRole: "required" });
  if ((project === null) !== (wanted.projectRole === null)) throw invalid({ projectRole: "required" });

  const organisationId = wanted.organisationId ?? team?.team.organisationId ?? project?.project.applicantId;
  if (organisationId === undefined) throw invalid({ organisationId: "required" });
  if (team && team.team.organisationId !== organisationId) throw invalid({ teamId: "unknown-choice" });
  const place: Place = { ...wanted, organisationId, function: wanted.function ?? (project ? "coach" : "teacher") };

  const personId = actingPerson(ctx);
  const scope = isId(organisationId) ? await organisationScopeVisibleTo(ctx.db, personId, organisationId) : null;
  const through = team !== null || project?.project.applicantId === organisationId;
  if (!scope && !through) throw notFound();
  const mayGive =
    scope && organisationPolicy.manage(scope.who)
      ? place.function !== "staff" || scope.who.staff
      : through && PLAIN_FUNCTIONS.includes(place.function);
  return authorize(place, "invite", mayGive);
}

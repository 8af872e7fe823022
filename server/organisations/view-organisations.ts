import { organisationScopesVisibleTo } from "#db/organisations/scope.ts";
import { peopleOfOrganisation } from "#db/people/belonging.ts";
import { teamsOfOrganisation } from "#db/teams/store.ts";
import { abilities, organisationPolicy, platformPolicy } from "#domain/access/policies.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { platformRelations } from "#server/platform/index.ts";
import { loadOrganisation } from "./load-organisation.ts";

/** The organisations that a person manages: all for staff, one's own school for its leaders. */
export async function listOrganisations(ctx: Context, search: string) {
  const scopes = await organisationScopesVisibleTo(ctx.db, actingPerson(ctx));
  const words = search.trim().toLocaleLowerCase("nl").slice(0, 100);
  const { staff } = await platformRelations(ctx);
  const organisations = scopes
    .filter(({ who }) => organisationPolicy.manage(who))
    .map(({ organisation: { id, kind, name, levels, education, municipality } }) => ({
      ...{ id, kind, name, levels, education, municipality },
    }))
    .filter(({ name, municipality }) => `${name} ${municipality ?? ""}`.toLocaleLowerCase("nl").includes(words))
    .sort((one, other) => one.name.localeCompare(other.name, "nl"));
  return { organisations, can: { addOrganisations: staff } };
}

export type OrganisationView = Awaited<ReturnType<typeof viewOrganisation>>;

/** An organisation with its teams and people, for who manages it. */
export async function viewOrganisation(ctx: Context, organisationId: unknown) {
  const { organisation, who } = await loadOrganisation(ctx, organisationId, "manage");
  const [{ staff }, teams, people] = await Promise.all([
    platformRelations(ctx),
    teamsOfOrganisation(ctx.db, organisation.id),
    peopleOfOrganisation(ctx.db, organisation.id),
  ]);
  const { createdAt: _createdAt, ...facts } = organisation;
  return {
    ...facts,
    teams: teams.map(({ id, name }) => ({ id, name })),
    people,
    can: { ...abilities(organisationPolicy, who), closeAccounts: platformPolicy.manage({ signedIn: true, staff }) },
  };
}

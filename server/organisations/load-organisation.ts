import { isId } from "#db/ids.ts";
import { type OrganisationScope, organisationScopeVisibleTo } from "#db/organisations/scope.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { organisationPolicy } from "#domain/access/policies.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";

/** An organisation that this person may know of, permitted for one action. */
export async function loadOrganisation<Action extends keyof typeof organisationPolicy>(
  ctx: Context,
  organisationId: unknown,
  action: Action,
): Promise<Authorized<OrganisationScope, Action>> {
  const scope = isId(organisationId)
    ? await organisationScopeVisibleTo(ctx.db, actingPerson(ctx), organisationId)
    : null;
  if (!scope || !organisationPolicy.view(scope.who)) throw notFound();
  return authorize(scope, action, organisationPolicy[action](scope.who));
}

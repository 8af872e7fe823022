import { isId } from "#db/ids.ts";
import { type TeamScope, teamScopeVisibleTo } from "#db/teams/scope.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { teamPolicy } from "#domain/access/policies.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";

/** A team that this person may know of, permitted for one action. */
export async function loadTeam<Action extends keyof typeof teamPolicy>(
  ctx: Context,
  teamId: unknown,
  action: Action,
): Promise<Authorized<TeamScope, Action>> {
  const scope = isId(teamId) ? await teamScopeVisibleTo(ctx.db, actingPerson(ctx), teamId) : null;
  if (!scope || !teamPolicy.view(scope.who)) throw notFound();
  return authorize(scope, action, teamPolicy[action](scope.who));
}

import { isId } from "#db/ids.ts";
import { type ProjectScope, projectScopeVisibleTo } from "#db/projects/scope.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { projectPolicy } from "#domain/access/policies.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";

/** A project that this person may know of, permitted for one action. */
export async function loadProject<Action extends keyof typeof projectPolicy>(
  ctx: Context,
  projectId: unknown,
  action: Action,
): Promise<Authorized<ProjectScope, Action>> {
  const scope = isId(projectId) ? await projectScopeVisibleTo(ctx.db, actingPerson(ctx), projectId) : null;
  if (!scope || !projectPolicy.view(scope.who)) throw notFound();
  return authorize(scope, action, projectPolicy[action](scope.who));
}

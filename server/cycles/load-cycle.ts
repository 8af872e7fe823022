import { type CycleScope, cycleScopeVisibleTo, lockCycleScope } from "#db/cycles/scope.ts";
import { isId } from "#db/ids.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { cyclePolicy } from "#domain/access/policies.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context, type Writing } from "#server/context.ts";

export type CycleAction = keyof typeof cyclePolicy;

/** A cycle that this person may know of, permitted for one action. Not visible is not found; visible but not allowed is forbidden. */
export async function loadCycle<Action extends CycleAction>(
  ctx: Context,
  cycleId: unknown,
  action: Action,
): Promise<Authorized<CycleScope, Action>> {
  return permit(isId(cycleId) ? await cycleScopeVisibleTo(ctx.db, actingPerson(ctx), cycleId) : null, action);
}

/** The same for a write: the row stays locked until the transaction ends, so a rule that was checked still holds. */
export async function lockCycle<Action extends CycleAction>(
  ctx: Writing,
  cycleId: unknown,
  action: Action,
): Promise<Authorized<CycleScope, Action>> {
  return permit(isId(cycleId) ? await lockCycleScope(ctx.db, actingPerson(ctx), cycleId) : null, action);
}

function permit<Action extends CycleAction>(scope: CycleScope | null, action: Action): Authorized<CycleScope, Action> {
  if (!scope || !cyclePolicy.view(scope.who, scope)) throw notFound();
  return authorize(scope, action, cyclePolicy[action](scope.who, scope));
}

import type { CycleScope } from "#db/cycles/scope.ts";
import type { QueryKey, Writing } from "#server/context.ts";

/** The topics whose watchers see a change of this cycle: its own screens, the team's, the project's. */
export function topicsOf({ cycle }: Pick<CycleScope, "cycle">): string[] {
  const topics = [`cycle:${cycle.id}`, `team:${cycle.teamId}`];
  return cycle.projectId ? [...topics, `project:${cycle.projectId}`] : topics;
}

/** Lets every screen that shows this cycle ask again for it, for its list of activities and for the overviews. */
export function announceCycle(
  ctx: Pick<Writing, "announce">,
  scope: Pick<CycleScope, "cycle">,
  ...more: QueryKey[]
): void {
  ctx.announce(topicsOf(scope), [["cycle", scope.cycle.id], ["overview"], ...more]);
}

/** The same for a cycle that goes into the bin or leaves it: the page of its team lists what is in there. */
export function announceBinned(ctx: Writing, scope: Pick<CycleScope, "cycle">): void {
  announceCycle(ctx, scope, ["team", scope.cycle.teamId]);
}

/** The ids that every event about this cycle carries. */
export function aboutCycle({ cycle }: Pick<CycleScope, "cycle">) {
  return { cycleId: cycle.id, teamId: cycle.teamId, projectId: cycle.projectId };
}

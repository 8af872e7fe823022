import { activityOf, COACH_READER } from "#db/activity/readings.ts";
import { heldBefore, visitOfCoach } from "#db/coaching/store.ts";
import { cycleScopeVisibleTo } from "#db/cycles/scope.ts";
import { isId } from "#db/ids.ts";
import { teamsWithSchool } from "#db/teams/store.ts";
import { notFound } from "#domain/errors.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { loadProject } from "#server/projects/index.ts";
import { withNames, withStrandNames } from "#server/workspace/index.ts";

const BRIEF_LINES = 12;

/** A visit as its coach prepares and remembers it. Somebody else's visit is not there. */
export async function viewVisit(ctx: Context, visitId: unknown, language: Language = "nl") {
  const coachId = actingPerson(ctx);
  const visit = isId(visitId) ? await visitOfCoach(ctx.db, coachId, visitId) : null;
  if (!visit) throw notFound();
  await loadProject(ctx, visit.projectId, "planVisit");
  const [[team], since, scope] = await Promise.all([
    teamsWithSchool(ctx.db, [visit.teamId]),
    heldBefore(ctx.db, visit),
    visit.cycleId ? cycleScopeVisibleTo(ctx.db, coachId, visit.cycleId) : null,
  ]);
  const rows = scope
    ? await activityOf(ctx.db, [scope.cycle.id], COACH_READER, {
        limit: BRIEF_LINES,
        exceptBy: coachId,
        ...(since && { since }),
      })
    : [];
  return {
    id: visit.id,
    startsAt: visit.startsAt,
    purpose: visit.purpose,
    heldAt: visit.heldAt,
    begun: visit.startsAt <= ctx.clock(),
    notesToSelf: visit.notesToSelf,
    notesToTeam: visit.notesToTeam,
    team: { id: visit.teamId, name: team?.name ?? "", school: team?.school.name ?? "" },
    cycle: scope ? { id: scope.cycle.id, title: scope.cycle.title, stage: scope.stage } : null,
    lastVisitAt: since,
    brief: await withStrandNames(ctx, await withNames(ctx, rows), language),
  };
}

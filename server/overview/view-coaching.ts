import { activityOf, COACH_READER } from "#db/activity/readings.ts";
import { heldBefore, visitsOfCoachSince } from "#db/coaching/store.ts";
import { cycleScopesVisibleTo } from "#db/cycles/scope.ts";
import { projectTeamsOf } from "#db/projects/participation.ts";
import { projectScopesVisibleTo } from "#db/projects/scope.ts";
import { daysUntil } from "#domain/calendar/brussels.ts";
import { schoolDaysBetween } from "#domain/calendar/school-days.ts";
import { signalsOf } from "#domain/coaching/signals.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { withNames, withStrandNames } from "#server/workspace/index.ts";
import { type CycleSummary, summarise } from "./summarise.ts";

export type CoachingView = Awaited<ReturnType<typeof viewCoaching>>;

const DAY_MS = 86_400_000;
/** A visit that began up to this long ago still stands under "today", in hours. */
const STILL_TODAY_HOURS = 12;
const BRIEF_LINES = 5;

/** What a coach sees first: questions, visits with their brief, teams to call; then all teams, by project. */
export async function viewCoaching(ctx: Context, language: Language = "nl") {
  const personId = actingPerson(ctx);
  const now = ctx.clock();
  const projects = (await projectScopesVisibleTo(ctx.db, personId)).filter(({ who }) => who.coach);
  const scopes = (await cycleScopesVisibleTo(ctx.db, personId)).filter(({ who }) => who.coach);
  const teams = await projectTeamsOf(
    ctx.db,
    projects.map(({ project }) => project.id),
  );
  const summaries = await summarise(ctx, scopes);
  const cycles = summaries.map((cycle) => ({ ...cycle, signals: signalsFor(cycle, now) }));
  const since = new Date(now.getTime() - STILL_TODAY_HOURS * 3_600_000);
  const coming = await visitsOfCoachSince(ctx.db, personId, since);

  return {
    viewerId: personId,
    projects: projects.map(({ project }) => ({ id: project.id, name: project.name })),
    questions: cycles.flatMap((cycle) =>
      cycle.questions.map((question) => ({
        ...question,
        cycle: { id: cycle.id, title: cycle.title, team: cycle.team },
      })),
    ),
    visits: await Promise.all(coming.map((visit) => withBrief(ctx, visit, teams, cycles, language))),
    quiet: cycles.filter((cycle) => cycle.signals.some((signal) => signal.kind === "quiet")),
    teams: teams.map((team) => ({
      ...team,
      cycles: cycles.filter((cycle) => cycle.team.id === team.teamId && cycle.project?.id === team.projectId),
    })),
  };
}

function signalsFor(cycle: CycleSummary, now: Date) {
  const cameToStage = cycle.moves.at(-1)?.at ?? now;
  return signalsOf({
    stage: cycle.stage,
    closed: cycle.closed,
    waitingQuestions: cycle.questions.length,
    quietSchoolDays: cycle.lastActivityAt ? schoolDaysBetween(cycle.lastActivityAt, now) : 0,
    daysInStage: Math.floor((now.getTime() - cameToStage.getTime()) / DAY_MS),
    openDecision: cycle.openDecision,
    baselineMissing: cycle.baselineMissing,
    daysToEnd: cycle.endsOn ? daysUntil(cycle.endsOn, now) : null,
  });
}

/** The 60-second brief: what others did in the visited cycle since the coach was there last. */
async function withBrief(
  ctx: Context,
  visit: Awaited<ReturnType<typeof visitsOfCoachSince>>[number],
  teams: Awaited<ReturnType<typeof projectTeamsOf>>,
  cycles: readonly CycleSummary[],
  language: Language,
) {
  const since = await heldBefore(ctx.db, visit);
  const cycle = cycles.find(({ id }) => id === visit.cycleId);
  const rows = cycle
    ? await activityOf(ctx.db, [cycle.id], COACH_READER, {
        limit: BRIEF_LINES,
        exceptBy: visit.coachId,
        ...(since && { since }),
      })
    : [];
  const team = teams.find(({ teamId }) => teamId === visit.teamId);
  return {
    id: visit.id,
    startsAt: visit.startsAt,
    purpose: visit.purpose,
    heldAt: visit.heldAt,
    team: { id: visit.teamId, name: team?.name ?? "", school: team?.school ?? "" },
    cycle: cycle ? { id: cycle.id, title: cycle.title, stage: cycle.stage } : null,
    lastVisitAt: since,
    brief: await withStrandNames(ctx, await withNames(ctx, rows), language),
  };
}

import { activityOf, TEAM_READER } from "#db/activity/readings.ts";
import { binnedCyclesOf } from "#db/cycles/bin.ts";
import { cycleScopesVisibleTo } from "#db/cycles/scope.ts";
import { lastVisitsOf } from "#db/cycles/store.ts";
import { ownTeamScopes } from "#db/teams/scope.ts";
import { teamsWithSchool } from "#db/teams/store.ts";
import { teamPolicy } from "#domain/access/policies.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { withNames, withStrandNames } from "#server/workspace/index.ts";
import { summarise } from "./summarise.ts";

export type StartView = Awaited<ReturnType<typeof viewStart>>;

/** How many lines of news the start page shows (product §1: "in three lines"). */
const NEWS_LINES = 3;
/** So many lines by others are looked at for what is new; a cycle that was just opened has none. */
const NEWS_LOOKED_AT = 40;

/**
 * The start page: the one next step, the next meeting, what others did since the last look, and the cycles of the
 * person's teams and school.
 */
export async function viewStart(ctx: Context, language: Language = "nl") {
  const personId = actingPerson(ctx);
  const [scopes, teams] = await Promise.all([cycleScopesVisibleTo(ctx.db, personId), ownTeamScopes(ctx.db, personId)]);
  // Of the school's cycles only the running ones are shown.
  const near = scopes.filter(({ who, closed }) => who.team !== null || (who.schoolLeader && !closed));
  const summaries = await summarise(ctx, near);
  const own = summaries.filter((cycle) => cycle.inTeam && !cycle.closed);
  const first = [...own].sort(byUrgency)[0] ?? null;
  const ownTeams = teams.map(({ team }) => team.id);
  const binsOf = teams.flatMap(({ team, who }) => (teamPolicy.restoreCycle(who) ? [team.id] : []));

  return {
    now: ctx.clock(),
    viewerId: personId,
    teams: (await teamsWithSchool(ctx.db, ownTeams)).map(({ id, name, school }) => ({ id, name, school: school.name })),
    can: { startCycle: teams.some(({ who }) => teamPolicy.startCycle(who)) },
    first,
    own: own.sort(byLastActivity),
    closed: summaries.filter((cycle) => cycle.inTeam && cycle.closed).sort(byLastActivity),
    bin: await binnedCyclesOf(ctx.db, binsOf, ctx.clock()),
    school: summaries.filter((cycle) => !cycle.inTeam).sort(bySchoolThenActivity),
    news: await withStrandNames(
      ctx,
      await newsFor(
        ctx,
        personId,
        own.map((cycle) => cycle.id),
      ),
      language,
    ),
  };
}

async function newsFor(ctx: Context, personId: string, cycleIds: string[]) {
  if (cycleIds.length === 0) return [];
  const seen = await lastVisitsOf(ctx.db, personId, cycleIds);
  const rows = await activityOf(ctx.db, cycleIds, TEAM_READER, { exceptBy: personId, limit: NEWS_LOOKED_AT });
  const news = rows.filter((row) => row.at > (seen.get(row.cycleId ?? "") ?? new Date(0)));
  return withNames(ctx, news.slice(0, NEWS_LINES));
}

type Summary = Awaited<ReturnType<typeof summarise>>[number];

/** A waiting question first, then the nearest meeting, then where the team was last at work. */
function byUrgency(one: Summary, other: Summary): number {
  const waiting = other.waitsForTeam - one.waitsForTeam;
  if (waiting !== 0) return waiting;
  const meeting = meetingTime(one) - meetingTime(other);
  return meeting === 0 ? byLastActivity(one, other) : meeting;
}

const meetingTime = (cycle: Summary) => cycle.nextMeeting?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER;

const byLastActivity = (one: Summary, other: Summary) =>
  (other.lastActivityAt?.getTime() ?? 0) - (one.lastActivityAt?.getTime() ?? 0);

const bySchoolThenActivity = (one: Summary, other: Summary) =>
  one.team.school.localeCompare(other.team.school, "nl") || byLastActivity(one, other);

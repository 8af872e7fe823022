import { cycleScopesVisibleTo } from "#db/cycles/scope.ts";
import { teamsWithSchool } from "#db/teams/store.ts";
import { usesStrand } from "#db/toolkit/cycles.ts";
import { isStrand } from "#db/toolkit/store.ts";
import { notFound } from "#domain/errors.ts";
import { isStrandId } from "#domain/toolkit/words.ts";
import { actingPerson, type Context } from "#server/context.ts";

export type OwnCycles = Awaited<ReturnType<typeof ownCyclesWithStrand>>;

/**
 * The cycles of the acting person's own teams that work with a strand: running ones first, newest first. Coaches and
 * project leads have their own overviews; this list is about "us".
 */
export async function ownCyclesWithStrand(ctx: Context, strandId: unknown) {
  const personId = actingPerson(ctx);
  if (!isStrandId(strandId) || !(await isStrand(ctx.db, strandId))) throw notFound();
  const scopes = await cycleScopesVisibleTo(ctx.db, personId, usesStrand(strandId));
  const own = scopes.filter(({ who }) => who.team !== null);
  const teams = await teamsWithSchool(ctx.db, [...new Set(own.map(({ cycle }) => cycle.teamId))]);
  return own
    .map(({ cycle, stage, closed }) => {
      const team = teams.find(({ id }) => id === cycle.teamId);
      return {
        id: cycle.id,
        title: cycle.title,
        stage,
        closed,
        startsOn: cycle.startsOn,
        team: team?.name ?? "",
        school: team?.school.name ?? "",
      };
    })
    .sort((one, other) => Number(one.closed) - Number(other.closed) || other.startsOn.localeCompare(one.startsOn));
}

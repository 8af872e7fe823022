import { type ActivityRow, activityOf } from "#db/activity/readings.ts";
import { noteVisit } from "#db/cycles/store.ts";
import { namesOf } from "#db/people/names.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { loadCycle } from "#server/cycles/index.ts";
import { withStrandNames } from "./with-strand-names.ts";

export type ActivityView = Awaited<ReturnType<typeof viewActivity>>;

const SHOWN = 60;

/** What happened in a cycle, newest first, as far as this person may know; and since when it is new to them. */
export async function viewActivity(ctx: Context, cycleId: unknown, language: Language = "nl") {
  const scope = await loadCycle(ctx, cycleId, "view");
  const seenAt = await noteVisit(ctx.db, scope.cycle.id, actingPerson(ctx), ctx.clock());
  const rows = await activityOf(
    ctx.db,
    [scope.cycle.id],
    { ...scope.who, inTeam: scope.who.team !== null },
    { limit: SHOWN },
  );
  return { seenAt, activity: await withStrandNames(ctx, await withNames(ctx, rows), language) };
}

/** Gives each row the name of who did it; the words of the sentence are the screen's. */
export async function withNames(ctx: Context, rows: readonly ActivityRow[]) {
  const names = await namesOf(
    ctx.db,
    rows.map((row) => row.actorId),
  );
  return rows.map(({ actorId, ...row }) => ({ ...row, actorId, by: actorId ? (names.get(actorId) ?? null) : null }));
}

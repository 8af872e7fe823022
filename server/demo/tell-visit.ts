import { demoStory } from "#content/demo/index.ts";
import { instant, isoDay } from "#content/demo/moments.ts";
import type { DemoVisit } from "#content/demo/story.ts";
import { wallTimeOf } from "#domain/calendar/brussels.ts";
import { addCard, changeCard } from "#server/cards/index.ts";
import { holdVisit, planVisit } from "#server/coaching/index.ts";
import type { Told } from "./tell-demo.ts";
import type { Timeline } from "./timeline.ts";

/** Plans a visit, holds it when its day has come, and turns the agreed next steps into cards of the team. */
export function tellVisit(timeline: Timeline, visit: DemoVisit, told: Told, today: Date): void {
  const cycleId = () => told.cycles.get(visit.cycle);
  let visitId: string;
  timeline.add({ at: visit.planned, by: visit.coach }, async (ctx) => {
    const planned = await planVisit(ctx, {
      projectId: told.projects.get(visit.project),
      teamId: told.teams.get(visit.team),
      cycleId: cycleId(),
      startsAt: wallTimeOf(instant(today, visit.startsAt)),
      purpose: visit.purpose,
    });
    visitId = planned.visitId;
  });
  if (!visit.held) return;
  timeline.add({ at: visit.held, by: visit.coach }, (ctx) =>
    holdVisit(ctx, { visitId, notesToSelf: visit.notesToSelf ?? "", notesToTeam: visit.notesToTeam ?? "" }),
  );
  const host = demoStory(today).cycles.find(({ key }) => key === visit.cycle)?.moves[0].by;
  for (const step of host ? (visit.steps ?? []) : []) {
    let cardId: string;
    const fields = { title: step.title, who: step.who, due: isoDay(today, step.due) };
    timeline.add({ at: visit.held, by: host as NonNullable<typeof host> }, async (ctx) => {
      cardId = (await addCard(ctx, { cycleId: cycleId(), kind: "action", ...fields })).cardId;
    });
    if (step.done)
      timeline.add(step.done, (ctx) =>
        changeCard(ctx, { cycleId: cycleId(), cardId, version: 1, ...fields, done: true }),
      );
  }
}

import * as z from "zod";
import { insertVisit, ownVisit, updateVisit } from "#db/coaching/store.ts";
import { cycleScopeVisibleTo } from "#db/cycles/scope.ts";
import { isId, newId } from "#db/ids.ts";
import { projectPartOf } from "#db/projects/store.ts";
import { momentAt } from "#domain/calendar/brussels.ts";
import { conflict, invalid, notFound } from "#domain/errors.ts";
import { actingPerson, type Context, transact, type Writing } from "#server/context.ts";
import { optionalText, parse, type Raw, requiredMoment, requiredText } from "#server/input.ts";
import { loadProject } from "#server/projects/index.ts";

const NOTES_LIMIT = 8_000;

const planInput = z.object({
  projectId: requiredText(40),
  teamId: requiredText(40),
  cycleId: optionalText(40),
  startsAt: requiredMoment,
  purpose: optionalText(400),
});

/** A coach plans a visit to a team of the project. The team sees when and why. */
export async function planVisit(ctx: Context, raw: Raw): Promise<{ visitId: string }> {
  const { projectId, teamId, cycleId, startsAt, purpose } = parse(planInput, raw);
  return transact(ctx, async (tx) => {
    const coachId = actingPerson(tx);
    await loadProject(tx, projectId, "planVisit");
    if (!isId(teamId) || !(await projectPartOf(tx.db, projectId, teamId))) throw invalid({ teamId: "unknown-choice" });
    const cycle = isId(cycleId) ? await cycleScopeVisibleTo(tx.db, coachId, cycleId) : null;
    if (cycleId && cycle?.cycle.teamId !== teamId) throw invalid({ cycleId: "unknown-choice" });

    const visit = { id: newId(), projectId, teamId, cycleId: cycle?.cycle.id ?? null, coachId };
    await insertVisit(tx.db, { ...visit, startsAt: momentAt(startsAt), purpose, plannedAt: tx.clock() });
    tx.record({
      ...about(visit),
      type: "visit.planned",
      data: { startsAt: momentAt(startsAt).toISOString(), purpose },
    });
    announceVisit(tx, visit);
    return { visitId: visit.id };
  });
}

const noteInput = z.object({
  visitId: z.string(),
  notesToSelf: optionalText(NOTES_LIMIT),
  notesToTeam: optionalText(NOTES_LIMIT),
});

/**
 * After the visit: notes to oneself apart from notes to the team. Writing them notes that the visit took place; what
 * the team reads anew later is told too, and what the coach keeps to herself never is.
 */
export async function holdVisit(ctx: Context, raw: Raw): Promise<void> {
  const { visitId, notesToSelf, notesToTeam } = parse(noteInput, raw);
  await transact(ctx, async (tx) => {
    const visit = await loadOwnVisit(tx, visitId);
    if (visit.startsAt > tx.clock()) throw conflict("visit-still-to-come");
    await updateVisit(tx.db, visit.id, { heldAt: visit.heldAt ?? tx.clock(), notesToSelf, notesToTeam });
    if (!visit.heldAt) tx.record({ ...about(visit), type: "visit.held", data: {} });
    else if (visit.notesToTeam !== notesToTeam) tx.record({ ...about(visit), type: "visit.notes-changed", data: {} });
    announceVisit(tx, visit);
  });
}

export async function cancelVisit(ctx: Context, raw: Raw): Promise<void> {
  const { visitId } = parse(z.object({ visitId: z.string() }), raw);
  await transact(ctx, async (tx) => {
    const visit = await loadOwnVisit(tx, visitId);
    if (visit.heldAt) throw conflict("visit-was-held");
    await updateVisit(tx.db, visit.id, { cancelledAt: tx.clock() });
    tx.record({ ...about(visit), type: "visit.cancelled", data: { startsAt: visit.startsAt.toISOString() } });
    announceVisit(tx, visit);
  });
}

async function loadOwnVisit(tx: Writing, visitId: string) {
  const visit = isId(visitId) ? await ownVisit(tx.db, actingPerson(tx), visitId) : null;
  if (!visit) throw notFound();
  await loadProject(tx, visit.projectId, "planVisit");
  return visit;
}

interface AboutVisit {
  projectId: string;
  teamId: string;
  cycleId: string | null;
}

const about = ({ projectId, teamId, cycleId }: AboutVisit) => ({ projectId, teamId, cycleId });

function announceVisit(tx: Writing, { projectId, teamId, cycleId }: AboutVisit): void {
  const topics = [`project:${projectId}`, `team:${teamId}`, ...(cycleId ? [`cycle:${cycleId}`] : [])];
  tx.announce(topics, [["coaching"], ["overview"], ["team", teamId], ...(cycleId ? [["cycle", cycleId]] : [])]);
}

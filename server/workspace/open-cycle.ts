import { noteVisit } from "#db/cycles/store.ts";
import type { Language } from "#domain/people/words.ts";
import type { Context } from "#server/context.ts";
import { viewCycle } from "./view-cycle.ts";
import { viewThreads } from "./view-threads.ts";

export type OpenedCycle = Awaited<ReturnType<typeof openCycle>>;

/** A person comes into a cycle: what its screens show, its conversations, and the note that they were here. */
export async function openCycle(ctx: Context, cycleId: unknown, language: Language) {
  const [view, threads] = await Promise.all([viewCycle(ctx, cycleId, language), viewThreads(ctx, cycleId)]);
  const now = ctx.clock();
  await noteVisit(ctx.db, view.cycle.id, view.viewerId, now);
  return { view, threads, now };
}

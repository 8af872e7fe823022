import * as z from "zod";
import { isThemeId } from "#content/agenda/index.ts";
import { updateCycle } from "#db/cycles/store.ts";
import { CYCLE_LIMITS, NEED_OWNERS } from "#domain/cycles/words.ts";
import { conflict, invalid } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { oneOf, optionalDay, optionalText, parse, type Raw, requiredText, seenVersion } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";
import { carePhase } from "./words-from-forms.ts";

const input = z.object({
  cycleId: z.string(),
  version: seenVersion,
  title: requiredText(CYCLE_LIMITS.title),
  need: requiredText(CYCLE_LIMITS.need),
  needOwner: oneOf(NEED_OWNERS),
  targetGroup: optionalText(CYCLE_LIMITS.targetGroup),
  carePhase,
  themeId: optionalText(60),
  endsOn: optionalDay,
});

/** Changes what a cycle says of itself. Somebody who saw an older version gets both texts and decides. */
export async function changeCycle(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, version, ...change } = parse(input, raw);
  if (change.themeId !== "" && !isThemeId(change.themeId)) throw invalid({ themeId: "unknown-choice" });
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "edit");
    if (change.endsOn && change.endsOn < scope.cycle.startsOn) throw invalid({ endsOn: "before-start" });
    if (!(await updateCycle(tx.db, scope, version, { ...change, themeId: change.themeId || null }))) {
      const { title, need, needOwner, targetGroup, carePhase, themeId, endsOn, version: newer } = scope.cycle;
      // Everything that the form holds, as a form says it: what is not shown would be overwritten unseen.
      const theirs = { title, need, needOwner, targetGroup, carePhase: String(carePhase ?? ""), themeId, endsOn };
      throw conflict("changed-meanwhile", { theirs, version: newer });
    }
    tx.record({ type: "cycle.changed", ...aboutCycle(scope), data: { title: change.title } });
    announceCycle(tx, scope);
  });
}

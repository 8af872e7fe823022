import * as z from "zod";
import { insertPhaseEntry, phaseDocumentOf } from "#db/cycles/store.ts";
import { newId } from "#db/ids.ts";
import { isReturn, refuseMove, STAGES, WHY_LIMIT } from "#domain/cycles/phases.ts";
import { conflict, invalid } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { oneOf, optionalText, parse, type Raw } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

export const moveInput = z.object({ cycleId: z.string(), to: oneOf(STAGES), why: optionalText(WHY_LIMIT) });

/** Moves a cycle to another stage (rules CP1 to CP5). Going back asks for one line of why. */
export async function moveCycle(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, to, why } = parse(moveInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "move");
    const refusal = refuseMove(scope, { to, why });
    if (refusal === "why-missing" || refusal === "why-too-long") throw invalid({ why: refusal });
    if (refusal) throw conflict(refusal, { stage: scope.stage });

    await insertPhaseEntry(tx.db, {
      id: newId(),
      cycleId,
      from: scope.stage,
      to,
      why,
      at: tx.clock(),
      by: actorId(tx),
    });
    tx.record({
      type: "cycle.moved",
      ...aboutCycle(scope),
      data: { from: scope.stage, to, why, back: isReturn(scope.stage, to) },
    });
    announceCycle(tx, scope);
    const left = await phaseDocumentOf(tx.db, cycleId, scope.stage);
    const asked = { reason: "moved", by: actorId(tx), at: tx.clock() } as const;
    if (left) tx.afterwards(async (live) => void (await live.keepVersions(left.documentId, asked)));
  });
}

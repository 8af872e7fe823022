import * as z from "zod";
import { setCardsAudience, setDocumentAudience } from "#db/cycles/store.ts";
import { STAGES } from "#domain/cycles/phases.ts";
import { AUDIENCES } from "#domain/cycles/words.ts";
import { type Context, transact } from "#server/context.ts";
import { oneOf, parse, type Raw } from "#server/input.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { lockCycle } from "./load-cycle.ts";

const documentInput = z.object({ cycleId: z.string(), stage: oneOf(STAGES), audience: oneOf(AUDIENCES) });

/** The team decides whether its coach reads the document of one stage (rule AC7). It takes effect on open screens too. */
export async function shareDocument(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, stage, audience } = parse(documentInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "share");
    const documentId = await setDocumentAudience(tx.db, scope, stage, audience, tx.clock());
    if (!documentId) return;
    const type = audience === "coach" ? "document.shared" : "document.kept-to-team";
    tx.record({ type, ...aboutCycle(scope), data: { stage } });
    announceCycle(tx, scope);
    tx.recheck({ documentId });
  });
}

const cardsInput = z.object({ cycleId: z.string(), audience: oneOf(AUDIENCES) });

/** The team decides whether its coach reads the cards (sources, goals, actions …) of a cycle. */
export async function shareCards(ctx: Context, raw: Raw): Promise<void> {
  const { cycleId, audience } = parse(cardsInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await lockCycle(tx, cycleId, "share");
    if (scope.cardsAudience === audience) return;
    await setCardsAudience(tx.db, scope, audience);
    const type = audience === "coach" ? "cycle.cards-shared" : "cycle.cards-kept-to-team";
    tx.record({ type, ...aboutCycle(scope) });
    announceCycle(tx, scope);
  });
}

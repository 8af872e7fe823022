import { describe, expect, test } from "vitest";
import { startThread } from "#server/comments/index.ts";
import type { Context } from "#server/context.ts";
import { viewActivity, viewCycle, viewThreads } from "#server/workspace/index.ts";
import { refused, type Somebody, writingTeam } from "#tests/support/writing-team.ts";
import { addCard, discardCard, emptyCardBin, restoreCard } from "./index.ts";

const DAY_MS = 86_400_000;
const w = writingTeam();

const later = (days: number, ctx: Context = { ...w.services, actor: { kind: "system" } }): Context => ({
  ...ctx,
  clock: () => new Date(Date.now() + days * DAY_MS),
});
const seen = (who: Somebody, days = 0) => viewCycle(later(days, w.as(who)), w.cycleId, "nl");
async function takenAway() {
  const { cardId } = await addCard(w.as("anna"), { cycleId: w.cycleId, kind: "signal", title: "Ze lezen weinig" });
  await startThread(w.as("bram"), { cycleId: w.cycleId, cardId, body: "Wie zag dat nog?" });
  await discardCard(w.as("bram"), { cycleId: w.cycleId, cardId });
  return { cycleId: w.cycleId, cardId };
}

describe("a card that was taken away", () => {
  test("stands in the bin of its cycle for who may change the cycle, and for nobody else", async () => {
    const { cardId } = await takenAway();
    for (const who of ["anna", "bram"] as const)
      expect((await seen(who)).bin).toMatchObject([{ id: cardId, title: "Ze lezen weinig" }]);
    for (const who of ["rik", "celine", "dirk"] as const) expect((await seen(who)).bin).toEqual([]);
  });

  test("comes back as it was, with what was said about it", async () => {
    const where = await takenAway();
    await restoreCard(later(29.9, w.as("anna")), where);
    const view = await seen("celine");
    expect(view.cards.map(({ id }) => id)).toEqual([where.cardId]);
    expect((await viewThreads(w.as("celine"), w.cycleId)).map(({ cardId }) => cardId)).toEqual([where.cardId]);
    expect((await seen("anna")).bin).toEqual([]);
    await emptyCardBin(later(31));
    expect((await seen("anna")).cards).toHaveLength(1);
  });

  test("is gone for good after 30 days, with what was said and recorded about it", async () => {
    await emptyCardBin(later(31)); // What the tests before left.
    const where = await takenAway();
    const left = async () => {
      const { sql } = w.database;
      const [row] = await sql`
        select (select count(*)::int from cards where id = ${where.cardId}) as cards,
          (select count(*)::int from threads where card_id = ${where.cardId}) as threads,
          (select count(*)::int from comments where body = 'Wie zag dat nog?' and thread_id in (
            select id from threads where cycle_id = ${w.cycleId})) as comments,
          (select count(*)::int from events where card_id = ${where.cardId}) as events`;
      return row;
    };
    await emptyCardBin(later(29.9));
    expect(await left()).toEqual({ cards: 1, threads: 1, comments: 1, events: 3 });
    expect((await seen("anna", 30.1)).bin).toEqual([]);
    expect(await refused(restoreCard(later(30.1, w.as("anna")), where))).toBe("not-found");

    await Promise.all([emptyCardBin(later(30.1)), emptyCardBin(later(30.1))]);
    expect(w.services.complaints).toEqual([]);
    expect(await left()).toEqual({ cards: 0, threads: 0, comments: 0, events: 0 });
    const told = await w.database.sql`select cycle_id, data from events where type = 'card.deleted'`;
    expect(told.at(-1)).toMatchObject({ cycle_id: null, data: { kind: "signal" } });
    const { activity } = await viewActivity(w.as("anna"), w.cycleId);
    expect(JSON.stringify(activity)).not.toContain("Ze lezen weinig");
  });
});

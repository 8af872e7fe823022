import { describe, expect, test } from "vitest";
import { addCard } from "#server/cards/index.ts";
import { startThread } from "#server/comments/index.ts";
import type { Context } from "#server/context.ts";
import { viewStart } from "#server/overview/index.ts";
import { viewTeam } from "#server/teams/index.ts";
import { viewCycle } from "#server/workspace/index.ts";
import { add, refused, type Somebody, writingTeam } from "#tests/support/writing-team.ts";
import { discardCycle, emptyBin, planMeeting, restoreCycle } from "./index.ts";

const DAY_MS = 86_400_000;
const w = writingTeam();

const later = (days: number, ctx: Context = { ...w.services, actor: { kind: "system" } }): Context => ({
  ...ctx,
  clock: () => new Date(Date.now() + days * DAY_MS),
});
const teamOf = async () => {
  const [row] = await w.database.sql`select team_id from cycles where id = ${w.cycleId}`;
  return row?.team_id as string;
};
const binOn = async (who: Somebody, teamId: string, days = 0) =>
  (await viewTeam(later(days, w.as(who)), teamId)).bin.filter(({ id }) => id === w.cycleId);
const count = async (table: string) => {
  const [row] = await w.database.sql.unsafe(`select count(*)::int as n from ${table}`);
  return row?.n as number;
};

describe("a discarded cycle", () => {
  test("stands in the bin for its team's lead alone, on the page of the team and the start page", async () => {
    const teamId = await teamOf();
    await discardCycle(w.as("anna"), { cycleId: w.cycleId });
    expect(await binOn("anna", teamId)).toMatchObject([{ title: "Samen lezen", teamId }]);
    expect((await viewStart(w.as("anna"))).bin.map(({ id }) => id)).toContain(w.cycleId);
    for (const who of ["bram", "rik", "celine", "dirk"] as const) {
      expect(await binOn(who, teamId)).toEqual([]);
      expect((await viewStart(w.as(who))).bin).toEqual([]);
      expect(await refused(restoreCycle(w.as(who), { teamId, cycleId: w.cycleId }))).toBe("forbidden");
    }
    expect(await refused(restoreCycle(w.as("gert"), { teamId, cycleId: w.cycleId }))).toBe("not-found");
  });

  test("comes back as it was, with one event and a notice, however often it is asked", async () => {
    const teamId = await teamOf();
    await w.write("anna", add("Dit moet blijven."));
    await discardCycle(w.as("anna"), { cycleId: w.cycleId });
    expect(await refused(viewCycle(w.as("bram"), w.cycleId, "nl"))).toBe("not-found");
    const told: string[] = [];
    const ctx = w.as("anna");
    const listening = {
      ...ctx,
      live: {
        ...ctx.live,
        publish: (topics: readonly string[], keys: readonly (readonly string[])[]) =>
          void told.push(...topics, ...keys.map((key) => key.join(" "))),
      },
    } as Context;
    await restoreCycle(listening, { teamId, cycleId: w.cycleId });
    await restoreCycle(w.as("anna"), { teamId, cycleId: w.cycleId });
    expect(told).toEqual(expect.arrayContaining([`team:${teamId}`, `team ${teamId}`, `cycle ${w.cycleId}`]));
    expect((await viewCycle(w.as("bram"), w.cycleId, "nl")).cycle.title).toBe("Samen lezen");
    expect(await w.text()).toContain("Dit moet blijven.");
    expect(await binOn("anna", teamId)).toEqual([]);
    const events = await w.database.sql`
      select 1 from events where cycle_id = ${w.cycleId} and type = 'cycle.restored'`;
    expect(events).toHaveLength(1);
  });

  test("is not brought back through a team that it is not of", async () => {
    const [other] = await w.database.sql`select id from teams where name = 'Feedback'`;
    await discardCycle(w.as("anna"), { cycleId: w.cycleId });
    expect(await refused(restoreCycle(w.as("gert"), { teamId: other?.id, cycleId: w.cycleId }))).toBe("not-found");
  });

  test("is there for 30 days and then gone for good, with its texts and all that was in it", async () => {
    const teamId = await teamOf();
    await emptyBin(later(31)); // What the tests before left.
    // Changes of rights are forgotten after a day, whatever they were about.
    const tables = await w.database.sql`
      select tablename from pg_tables
      where schemaname = 'public' and tablename not in ('events', 'rights_changes') order by 1`;
    const sizes = async () =>
      new Map(
        await Promise.all(tables.map(async ({ tablename: name }) => [name as string, await count(name)] as const)),
      );
    const full = await sizes();

    await w.write("anna", add("Elke maandag lezen we samen."), 60);
    await w.keep();
    const card = { cycleId: w.cycleId, kind: "signal", title: "Ze lezen weinig" };
    const { cardId } = await addCard(w.as("anna"), card);
    await startThread(w.as("bram"), { cycleId: w.cycleId, cardId, body: "Wie zag dat nog?" });
    await planMeeting(w.as("anna"), { cycleId: w.cycleId, startsAt: "2027-01-12T15:30", purpose: "Samen kijken" });
    await w.database.sql`
      insert into visits (id, project_id, team_id, cycle_id, coach_id, starts_at, planned_at)
      select gen_random_uuid(), c.project_id, c.team_id, c.id, p.id, now(), now() from cycles c, people p
      where c.id = ${w.cycleId} and p.name = 'Celine Bos'`;
    await discardCycle(w.as("anna"), { cycleId: w.cycleId });

    await emptyBin(later(29.9));
    expect(await binOn("anna", teamId, 29.9)).toHaveLength(1);
    expect(await binOn("anna", teamId, 30.1)).toEqual([]);
    const late = later(30.1, w.as("anna"));
    expect(await refused(restoreCycle(late, { teamId, cycleId: w.cycleId }))).toBe("not-found");

    await Promise.all([emptyBin(later(30.1)), emptyBin(later(30.1))]);
    expect(w.services.complaints).toEqual([]);
    const cycles = await w.database.sql`select 1 from cycles where id = ${w.cycleId}`;
    expect(cycles).toHaveLength(0);
    const kept = await w.database.sql`select type, cycle_id from events where type = 'cycle.deleted'`;
    expect(kept.at(-1)).toMatchObject({ cycle_id: null });
    // The beginning of each test starts one cycle: that one went too, and only the visit came to stay.
    const grown = [...(await sizes())].filter(([name, n]) => n > (full.get(name) ?? 0));
    expect(grown).toEqual([["visits", (full.get("visits") ?? 0) + 1]]);
  });
});

import { afterEach, expect, test } from "vitest";
import { tellDemo } from "#server/demo/index.ts";
import type { Services } from "#server/services.ts";
import { loadToolkit } from "#server/toolkit/index.ts";
import { liveServices } from "#tests/support/live-services.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

const open: { stop(): Promise<void>; close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { stop, close } of open.splice(0)) {
    await stop();
    await close();
  }
});

async function freshDatabase() {
  const database: TestDatabase = await testDatabase();
  const services = liveServices(database);
  open.push({ stop: services.stop, close: database.close });
  await loadToolkit(services);
  return { ...database, services };
}

/** The whole story takes seconds, and on a busy machine many: only a guard against hanging. */
const TOLD_TWICE_MS = 120_000;

/** The same services, gone from the database's side after so many writings in live documents: nothing tidies up. */
function dyingAfter(writings: number, services: Services): Services {
  let left = writings;
  return {
    ...services,
    live: {
      ...services.live,
      readDocument: (id) => services.live.readDocument(id),
      editDocument: (...edit) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error("killed")) : services.live.editDocument(...edit);
      },
    },
  };
}

test(
  "a demo whose telling was killed half-way is told anew and whole, once",
  async () => {
    const { services, sql } = await freshDatabase();
    await expect(tellDemo(dyingAfter(12, services))).rejects.toThrow("killed");
    const [half] = await sql`select count(*)::int as people from people`;
    expect(half?.people).toBeGreaterThan(0);

    expect(await tellDemo(services)).toBe(true);
    const [whole] = await sql`
    select (select count(*)::int from cycles) as cycles, (select count(*)::int from visits) as visits,
      (select count(*)::int from people) as people, (select count(*)::int from strands) as strands`;
    expect(whole).toEqual({ cycles: 11, visits: 3, people: half?.people, strands: 40 });
    expect(await tellDemo(services)).toBe(false);
  },
  TOLD_TWICE_MS,
);

test("half a demo that somebody has signed in to is left as it is", async () => {
  const { services, sql } = await freshDatabase();
  await expect(tellDemo(dyingAfter(0, services))).rejects.toThrow("killed");
  await sql`insert into events (type, at) values ('session.started', now())`;
  const before = await sql`select count(*) from events`;
  expect(await tellDemo(services)).toBe(false);
  expect(await sql`select count(*) from events`).toEqual(before);
});

test(
  "two nodes that start together tell it once",
  async () => {
    const { services, sql } = await freshDatabase();
    const told = await Promise.all([tellDemo(services), tellDemo(services)]);
    expect(told.sort()).toEqual([false, true]);
    expect(await sql`select 1 from cycles`).toHaveLength(11);
  },
  TOLD_TWICE_MS,
);

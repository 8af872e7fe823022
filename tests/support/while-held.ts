import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "#db/client.ts";
import type { TestDatabase } from "./test-database.ts";

/**
 * Does `works` at the same moment while a transaction holds what `hold` touched, and commits that when each of them
 * waits for a lock or is over: two people who press at once, in the worst order, every time.
 */
export async function whileHeld(
  { sql }: Pick<TestDatabase, "sql">,
  hold: (tx: Sql) => Promise<unknown>,
  works: readonly (() => Promise<unknown>)[],
): Promise<PromiseSettledResult<unknown>[]> {
  let over = 0;
  let done: Promise<PromiseSettledResult<unknown>[]> | undefined;
  await sql.begin(async (tx) => {
    await hold(tx as unknown as Sql);
    done = Promise.allSettled(works.map((work) => work().finally(() => over++)));
    for (let waiting = 0; waiting + over < works.length; ) {
      await sleep(10);
      const [row] = await sql<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.waiting ?? 0;
    }
  });
  return (await done) ?? [];
}

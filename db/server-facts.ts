import type { Sql } from "#db/client.ts";

/** Without these PostgreSQL may lose, or tear, what it called committed when the power goes. */
const KEEPERS = ["fsync", "full_page_writes"] as const;

/**
 * Which settings of a server somebody turned off that only its administrator can turn on. (Waiting for the disk at a
 * commit is a matter of each connection: `openDatabase` asks for it.)
 */
export async function forgetfulSettings(sql: Sql): Promise<string[]> {
  const off = await sql<{ name: string }[]>`
    select name from pg_settings where name in ${sql([...KEEPERS])} and setting = 'off' order by name`;
  return off.map(({ name }) => name);
}

/** The time by the clock that all nodes share. */
export async function databaseTime(sql: Sql): Promise<Date> {
  const [row] = await sql<[{ now: Date }]>`select clock_timestamp() as now`;
  return row.now;
}

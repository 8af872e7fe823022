import { inArray } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { people } from "./tables.ts";

/** The names of people by id, for sentences about what they did. An id without a row is a former member. */
export async function namesOf(db: Database, ids: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set([...ids].filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}

import { eq, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { signInAttempts } from "./tables.ts";

/**
 * Counts one try against `key` and says how many there are in the running window. One statement, so that tries at the
 * same moment on several nodes are all counted. A window begins with its first try and is not made longer by more.
 */
export async function countAttempt(
  db: Database,
  key: string,
  now: Date,
  windowEndsAt: Date,
): Promise<{ count: number; endsAt: Date }> {
  const { points, expire } = signInAttempts;
  const over = sql`coalesce(${expire} <= ${now.toISOString()}::timestamptz, true)`;
  const [row] = await db
    .insert(signInAttempts)
    .values({ key, points: 1, expire: windowEndsAt })
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        points: sql`case when ${over} then 1 else ${points} + 1 end`,
        expire: sql`case when ${over} then excluded.expire else ${expire} end`,
      },
    })
    .returning({ count: points, endsAt: expire });
  return { count: row!.count, endsAt: row!.endsAt! };
}

export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, key));
}

/** Takes one try back: it turned out to be the person themselves. */
export async function takeBackAttempt(db: Database, key: string): Promise<void> {
  const points = sql`greatest(${signInAttempts.points} - 1, 0)`;
  await db.update(signInAttempts).set({ points }).where(eq(signInAttempts.key, key));
}

export async function deletePastAttempts(db: Database, now: Date): Promise<void> {
  await db.delete(signInAttempts).where(lte(signInAttempts.expire, now));
}

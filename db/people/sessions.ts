import { and, eq, lte, ne, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { sessions } from "./tables.ts";

/** Every id here is the hash of a token, never the token itself. */

/** @returns whose it was, or null when it had ended already. */
export async function endSessionRow(db: Database, sessionId: string): Promise<string | null> {
  const [ended] = await db.delete(sessions).where(eq(sessions.id, sessionId)).returning({ personId: sessions.userId });
  return ended?.personId ?? null;
}

/** Ends the sessions of a person, all or all but one. @returns the ids of those that ended. */
export async function endSessionRowsOf(db: Database, personId: string, exceptId?: string): Promise<string[]> {
  const rest: SQL | undefined = exceptId === undefined ? undefined : ne(sessions.id, exceptId);
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), rest))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

/** Clears away what no cookie can open any more. */
export async function deleteEndedSessions(db: Database, now: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
}

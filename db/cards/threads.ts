import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { comments, threads } from "./tables.ts";

export type ThreadRow = typeof threads.$inferSelect;

/** @returns false when a thread with this id exists already, so that a form sent twice starts one thread. */
export async function insertThread(db: Database, thread: typeof threads.$inferInsert): Promise<boolean> {
  const added = await db.insert(threads).values(thread).onConflictDoNothing().returning({ id: threads.id });
  return added.length === 1;
}

export async function insertComment(db: Database, comment: typeof comments.$inferInsert): Promise<boolean> {
  const added = await db.insert(comments).values(comment).onConflictDoNothing().returning({ id: comments.id });
  return added.length === 1;
}

/** A thread, whoever asks: the caller goes on to ask the policy of what it hangs on. */
export async function threadUnscoped(db: Database, threadId: string): Promise<ThreadRow | null> {
  const [thread] = await db.select().from(threads).where(eq(threads.id, threadId)).for("update");
  return thread ?? null;
}

/** @returns false when it was so already. */
export async function setResolved(
  db: Database,
  threadId: string,
  resolved: { at: Date; by: string | null } | null,
): Promise<boolean> {
  const changed = await db
    .update(threads)
    .set({ resolvedAt: resolved?.at ?? null, resolvedBy: resolved?.by ?? null })
    .where(
      and(eq(threads.id, threadId), resolved ? isNull(threads.resolvedAt) : sql`${threads.resolvedAt} is not null`),
    )
    .returning({ id: threads.id });
  return changed.length === 1;
}

export function threadsOf(db: Database, cycleIds: string[]) {
  return db.select().from(threads).where(inArray(threads.cycleId, cycleIds)).orderBy(asc(threads.startedAt));
}

export function commentsOf(db: Database, threadIds: string[]) {
  return db
    .select()
    .from(comments)
    .where(and(inArray(comments.threadId, threadIds), isNull(comments.withdrawnAt)))
    .orderBy(asc(comments.at), asc(comments.id));
}

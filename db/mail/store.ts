import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { mails } from "./tables.ts";

export type Mail = typeof mails.$inferSelect;

export async function insertMail(
  db: Database,
  mail: Pick<Mail, "id" | "to" | "subject" | "text" | "html" | "writtenAt" | "nextAttemptAt">,
): Promise<void> {
  await db.insert(mails).values(mail);
}

/**
 * Takes mails that are due, for this worker alone until `leaseEndsAt`. A lease and not a lock: a slow mail server must
 * not keep a transaction open, and what a killed worker had in hand is due again when the lease ends.
 */
export async function leaseDueMails(db: Database, now: Date, leaseEndsAt: Date, limit: number): Promise<Mail[]> {
  const due = db
    .select({ id: mails.id })
    .from(mails)
    .where(and(lte(mails.nextAttemptAt, now), isNull(mails.sentAt), isNull(mails.failedAt)))
    .orderBy(asc(mails.nextAttemptAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: leaseEndsAt })
    .where(inArray(mails.id, due))
    .returning();
}

/** The text goes once the mail is away: it may hold a link that opens something. */
const emptied = { text: "", html: "" };

export async function noteSent(db: Database, mailId: string, sentAt: Date): Promise<void> {
  await db
    .update(mails)
    .set({ ...emptied, sentAt })
    .where(eq(mails.id, mailId));
}

export async function tryLater(db: Database, mailId: string, nextAttemptAt: Date): Promise<void> {
  await db.update(mails).set({ nextAttemptAt }).where(eq(mails.id, mailId));
}

/** Stops those of these mails that wait; a mail that a worker has in hand leaves all the same. */
export async function stopWaitingMails(db: Database, mailIds: readonly string[], failedAt: Date): Promise<void> {
  if (mailIds.length === 0) return;
  await db
    .update(mails)
    .set({ ...emptied, failedAt })
    .where(and(inArray(mails.id, [...mailIds]), isNull(mails.sentAt), isNull(mails.failedAt)));
}

export async function giveUpOn(db: Database, mailId: string, failedAt: Date): Promise<void> {
  await db
    .update(mails)
    .set({ ...emptied, failedAt })
    .where(eq(mails.id, mailId));
}

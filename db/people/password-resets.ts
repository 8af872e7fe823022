import { and, eq, gt, lte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { passwordResets } from "./tables.ts";

export type PasswordReset = typeof passwordResets.$inferInsert;

/** Keeps one link for each person: a newer one takes the place of the older. */
export async function replacePasswordReset(db: Database, reset: PasswordReset): Promise<void> {
  const { tokenHash, askedAt, expiresAt } = reset;
  await db
    .insert(passwordResets)
    .values(reset)
    .onConflictDoUpdate({ target: passwordResets.personId, set: { tokenHash, askedAt, expiresAt } });
}

/** Whose link this is while it is valid; it stays valid. */
export async function passwordResetByHash(db: Database, tokenHash: string, now: Date): Promise<string | null> {
  const [reset] = await db
    .select({ personId: passwordResets.personId })
    .from(passwordResets)
    .where(and(eq(passwordResets.tokenHash, tokenHash), gt(passwordResets.expiresAt, now)));
  return reset?.personId ?? null;
}

/** Uses a link up: of two people who press at once, one gets an answer. */
export async function takePasswordReset(db: Database, tokenHash: string, now: Date): Promise<string | null> {
  const [reset] = await db
    .delete(passwordResets)
    .where(and(eq(passwordResets.tokenHash, tokenHash), gt(passwordResets.expiresAt, now)))
    .returning({ personId: passwordResets.personId });
  return reset?.personId ?? null;
}

export async function deletePasswordResetsOf(db: Database, personId: string): Promise<void> {
  await db.delete(passwordResets).where(eq(passwordResets.personId, personId));
}

export async function deletePastPasswordResets(db: Database, now: Date): Promise<void> {
  await db.delete(passwordResets).where(lte(passwordResets.expiresAt, now));
}

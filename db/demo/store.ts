import { and, eq, isNull, sql } from "drizzle-orm";
import { events } from "#db/activity/tables.ts";
import type { Database } from "#db/client.ts";
import { documents } from "#db/documents/tables.ts";
import { mails } from "#db/mail/tables.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people, signInAttempts } from "#db/people/tables.ts";
import { programmes } from "#db/projects/tables.ts";
import { strands } from "#db/toolkit/tables.ts";
import { demoTelling } from "./tables.ts";

/** Any number, the same in every release, and another than that of the migrations. */
const ADVISORY_LOCK = 7_205_146_339;

/**
 * Runs `tell` while no other node tells the demo of this database. The lock is held by a transaction that writes
 * nothing, on a connection of its own: the story is many commits, and a node that dies gives the lock back with them.
 */
export function aloneWithDemo<Result>(db: Database, tell: () => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    // The story takes longer than any request may, and this connection has nothing to say meanwhile.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(ADVISORY_LOCK))})`);
    return tell();
  });
}

/** Whether a telling of the demo began here and never came to its end. */
export async function demoBrokeOff(db: Database): Promise<boolean> {
  return (await db.select().from(demoTelling).where(isNull(demoTelling.toldAt))).length > 0;
}

export async function noteDemoBegun(db: Database, at: Date): Promise<void> {
  await db
    .insert(demoTelling)
    .values({ begunAt: at })
    .onConflictDoUpdate({ target: demoTelling.only, set: { begunAt: at, toldAt: null } });
}

export async function noteDemoTold(db: Database, at: Date): Promise<void> {
  await db
    .update(demoTelling)
    .set({ toldAt: at })
    .where(and(demoTelling.only, isNull(demoTelling.toldAt)));
}

/** Whether anybody ever came in: from then on the rows are not the demo's alone. */
export async function anybodySignedIn(db: Database): Promise<boolean> {
  const rows = await db.select({ id: events.id }).from(events).where(eq(events.type, "session.started")).limit(1);
  return rows.length > 0;
}

/** Every other table of ours refers, over however many steps, to one of these. */
export const ROOTS = [documents, mails, organisations, people, programmes, signInAttempts, strands];

/**
 * Takes every row out of every table of ours, except what says which migrations were applied and that a demo was begun.
 * By name: a database that somebody brought along may hold more than ours.
 */
export async function emptyOwnTables(db: Database): Promise<void> {
  const roots = sql.join(
    ROOTS.map((table) => sql`${table}`),
    sql`, `,
  );
  await db.execute(sql`truncate ${roots} restart identity cascade`);
}

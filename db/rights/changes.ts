import { sql as query } from "drizzle-orm";
import type { Database, Sql } from "#db/client.ts";
import { rightsChanges } from "./tables.ts";

/** Whose rights may have changed: a person's (with `sessionId`, because that session ended), or everybody's in a document. */
export type RightsChange = { personId: string; sessionId?: string } | { documentId: string };

/** Any number that no other advisory lock of the application uses. */
const ORDER_LOCK = 7_205_146_340;

/**
 * Writes them down in the transaction of the change itself, as the last thing in it. From here to the commit it goes
 * one after the other, over all nodes: who has read up to an id has read everything before it.
 */
export async function noteRightsChanges(db: Database, changes: readonly RightsChange[]): Promise<void> {
  if (changes.length === 0) return;
  // Who stops between here and the commit must not keep everybody waiting for as long as other transactions may.
  await db.execute(query`
    select set_config('idle_in_transaction_session_timeout', '5s', true),
      pg_advisory_xact_lock(${query.raw(String(ORDER_LOCK))})`);
  await db.insert(rightsChanges).values([...changes]);
}

/** @returns what was committed after `heard`, and up to which id that goes. */
export async function readRightsChanges(sql: Sql, heard: number): Promise<{ changes: RightsChange[]; heard: number }> {
  const rows = await sql<
    { id: string; personId: string | null; sessionId: string | null; documentId: string | null }[]
  >`
    select id, person_id as "personId", session_id as "sessionId", document_id as "documentId"
    from rights_changes where id > ${heard} order by id`;
  const changes = rows.map(({ personId, sessionId, documentId }): RightsChange => {
    if (personId === null) return { documentId: documentId as string };
    return sessionId === null ? { personId } : { personId, sessionId };
  });
  return { changes, heard: Number(rows.at(-1)?.id ?? heard) };
}

/** Forgets what every node that runs has heard of: what is a day old, by the clock of the database that dated it. */
export async function forgetRightsChanges(db: Database): Promise<void> {
  await db.delete(rightsChanges).where(query`${rightsChanges.at} < now() - interval '1 day'`);
}

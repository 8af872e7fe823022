import type { Database } from "#db/client.ts";
import type { DomainEvent } from "#domain/activity/events.ts";
import { events } from "./tables.ts";

/** Writes what happened, in the transaction of the write itself. */
export async function recordEvents(
  db: Database,
  happened: readonly (DomainEvent & { at: Date; actorId: string | null })[],
): Promise<void> {
  if (happened.length > 0) await db.insert(events).values([...happened]);
}

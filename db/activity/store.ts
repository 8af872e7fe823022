import type { TransactionSql } from "postgres";
import type { Database } from "#db/client.ts";
import type { DomainEvent } from "#domain/activity/events.ts";
import { events } from "./tables.ts";

/** What happened, when and by whom; nobody when the system acted. */
export type RecordedEvent = DomainEvent & { at: Date; actorId: string | null };

/** Writes what happened, in the transaction of the write itself. */
export async function recordEvents(db: Database, happened: readonly RecordedEvent[]): Promise<void> {
  if (happened.length > 0) await db.insert(events).values([...happened]);
}

/** The same for a write that the log of the live documents makes, on its own connections. */
export async function recordEventIn(tx: TransactionSql, event: RecordedEvent): Promise<void> {
  await tx`
    insert into events (type, at, actor_id, organisation_id, team_id, project_id, cycle_id, document_id, card_id, data)
    values (${event.type}, ${event.at}, ${event.actorId}, ${event.organisationId ?? null}, ${event.teamId ?? null},
      ${event.projectId ?? null}, ${event.cycleId ?? null}, ${event.documentId ?? null}, ${event.cardId ?? null},
      ${JSON.stringify(event.data ?? {})}::jsonb)`;
}

import { lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { documentSessions } from "./tables.ts";

/** Forgets how far outboxes were saved that no device has sent from since a moment. */
export async function deleteOutboxMarks(db: Database, seenBefore: Date): Promise<void> {
  await db.delete(documentSessions).where(lt(documentSessions.seenAt, seenBefore));
}

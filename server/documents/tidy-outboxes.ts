import { deleteOutboxMarks } from "#db/documents/retention.ts";
import type { Services } from "#server/services.ts";

const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Forgets the marks of devices that sent nothing for 90 days; they would otherwise stay for every browser that ever
 * wrote. A device that comes back later loses nothing: what it sends again is in the text already, and the same edit
 * twice is one edit. For a job; harmless when repeated.
 */
export async function tidyOutboxes({ db, clock }: Pick<Services, "db" | "clock">): Promise<void> {
  await deleteOutboxMarks(db, new Date(clock().getTime() - KEPT_DAYS * DAY_MS));
}

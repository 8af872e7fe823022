import { deletePastAttempts } from "#db/people/attempts.ts";
import { deletePastPasswordResets } from "#db/people/password-resets.ts";
import { deleteEndedSessions } from "#db/people/sessions.ts";
import type { Services } from "#server/services.ts";

/** Clears away sessions, counted tries and reset links whose time is over. For a job, about once an hour. */
export async function tidySignIns({ db, clock }: Pick<Services, "db" | "clock">): Promise<void> {
  const now = clock();
  await deleteEndedSessions(db, now);
  await deletePastAttempts(db, now);
  await deletePastPasswordResets(db, now);
}

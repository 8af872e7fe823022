import type { Writing } from "#server/context.ts";
import type { Place } from "./permit-invitation.ts";

/** Lets the screens that show who belongs to this place, and who is invited, ask again. */
export function announcePlace(tx: Writing, { teamId, projectId }: Pick<Place, "teamId" | "projectId">): void {
  if (teamId) tx.announce([`team:${teamId}`], [["team", teamId]]);
  if (projectId) tx.announce([`project:${projectId}`], [["overview", "project", projectId]]);
}

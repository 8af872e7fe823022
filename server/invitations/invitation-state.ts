import type { Invitation } from "#db/invitations/store.ts";

export type InvitationState = "open" | "used" | "revoked" | "expired";

/** What became of an invitation. */
export function stateOf(
  { acceptedAt, revokedAt, expiresAt }: Pick<Invitation, "acceptedAt" | "revokedAt" | "expiresAt">,
  now: Date,
): InvitationState {
  if (acceptedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

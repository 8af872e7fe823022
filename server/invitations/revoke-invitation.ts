import { revokeInvitationRow } from "#db/invitations/store.ts";
import { conflict } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import type { Raw } from "#server/input.ts";
import { announcePlace } from "./announce-place.ts";
import { stateOf } from "./invitation-state.ts";
import { lockOwnInvitation } from "./lock-own-invitation.ts";

/** Takes an open invitation back. Who may write such an invitation may take it back; for others it is not there. */
export async function revokeInvitation(ctx: Context, raw: Raw): Promise<void> {
  await transact(ctx, async (tx) => {
    const { invitation } = await lockOwnInvitation(tx, raw);
    const state = stateOf(invitation, tx.clock());
    if (state === "used") throw conflict("invitation-used-already");
    if (state === "revoked") return;
    await revokeInvitationRow(tx.db, invitation.id, { at: tx.clock(), by: actorId(tx) });
    const { organisationId, teamId, projectId } = invitation;
    tx.record({ type: "invitation.revoked", organisationId, teamId, projectId });
    announcePlace(tx, invitation);
  });
}

import { conflict } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import type { Raw } from "#server/input.ts";
import { stateOf } from "./invitation-state.ts";
import { writeInvitation } from "./invite.ts";
import { lockOwnInvitation } from "./lock-own-invitation.ts";

/**
 * Sends an invitation again, with a new link for another 14 days; the old link stops working, and so nobody has two
 * keys to one door. An invitation that ran out can be sent again; one that was used or taken back cannot.
 */
export async function resendInvitation(ctx: Context, raw: Raw): Promise<{ invitationId: string }> {
  return transact(ctx, async (tx) => {
    const { invitation, place } = await lockOwnInvitation(tx, raw);
    const state = stateOf(invitation, tx.clock());
    if (state === "used") throw conflict("invitation-used-already");
    if (state === "revoked") throw conflict("invitation-taken-back");
    return writeInvitation(tx, place, invitation.email);
  });
}

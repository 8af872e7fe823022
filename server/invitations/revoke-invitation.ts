import * as z from "zod";
import { isId } from "#db/ids.ts";
import { lockInvitationUnscoped, revokeInvitationRow } from "#db/invitations/store.ts";
import { conflict, isFailure, notFound } from "#domain/errors.ts";
import { actingPerson, actorId, type Context, transact } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { announcePlace } from "./announce-place.ts";
import { stateOf } from "./invitation-state.ts";
import { permitInvitation } from "./permit-invitation.ts";

/** Takes an open invitation back. Who may write such an invitation may take it back; for others it is not there. */
export async function revokeInvitation(ctx: Context, raw: Raw): Promise<void> {
  const { invitationId } = parse(z.object({ invitationId: z.string() }), raw);
  actingPerson(ctx);
  await transact(ctx, async (tx) => {
    const invitation = isId(invitationId) ? await lockInvitationUnscoped(tx.db, invitationId) : null;
    if (!invitation) throw notFound();
    await permitInvitation(tx, invitation).catch((thrown: unknown) => {
      throw isFailure(thrown) && thrown.kind === "forbidden" ? notFound() : thrown;
    });
    const state = stateOf(invitation, tx.clock());
    if (state === "used") throw conflict("invitation-used");
    if (state === "revoked") return;
    await revokeInvitationRow(tx.db, invitation.id, { at: tx.clock(), by: actorId(tx) });
    const { organisationId, teamId, projectId } = invitation;
    tx.record({ type: "invitation.revoked", organisationId, teamId, projectId });
    announcePlace(tx, invitation);
  });
}

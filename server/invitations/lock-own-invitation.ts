import * as z from "zod";
import { isId } from "#db/ids.ts";
import { type Invitation, lockInvitationUnscoped } from "#db/invitations/store.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { isFailure, notFound } from "#domain/errors.ts";
import { actingPerson, type Writing } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { type Place, permitInvitation } from "./permit-invitation.ts";

const input = z.object({ invitationId: z.string() });

/** An invitation for who may write such a one, locked until the transaction ends; for others it is not there. */
export async function lockOwnInvitation(
  tx: Writing,
  raw: Raw,
): Promise<{ invitation: Invitation; place: Authorized<Place, "invite"> }> {
  const { invitationId } = parse(input, raw);
  actingPerson(tx);
  const invitation = isId(invitationId) ? await lockInvitationUnscoped(tx.db, invitationId) : null;
  if (!invitation) throw notFound();
  const place = await permitInvitation(tx, placeOf(invitation)).catch((thrown: unknown) => {
    throw isFailure(thrown) && thrown.kind === "forbidden" ? notFound() : thrown;
  });
  return { invitation, place };
}

function placeOf(invitation: Invitation): Place {
  const { organisationId, teamId, teamRole, projectId, projectRole } = invitation;
  return { organisationId, function: invitation.function, teamId, teamRole, projectId, projectRole };
}

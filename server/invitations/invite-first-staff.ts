import * as z from "zod";
import { newId } from "#db/ids.ts";
import { revokeStaffInvitations } from "#db/invitations/store.ts";
import { insertOrganisation, knowledgeCentreUnscoped } from "#db/organisations/store.ts";
import { hasStaff } from "#db/people/store.ts";
import { authorize } from "#domain/access/authorize.ts";
import { conflict } from "#domain/errors.ts";
import { type Context, transact, type Writing } from "#server/context.ts";
import { emailAddress, parse, type Raw, requiredText } from "#server/input.ts";
import { writeInvitation } from "./invite.ts";

const input = z.object({ email: emailAddress, organisation: requiredText(120) });

/**
 * The way into an empty installation: makes the knowledge centre and invites its first member of staff, who invites the
 * rest. Only the system does this (a command on the server), and only while there is no staff. Done again before the
 * link was used, it keeps the centre and only the newest link works: a link that got lost, or went to a wrong address,
 * opens nothing.
 *
 * @returns the link of the invitation, because such an installation may not send mail yet.
 */
export async function inviteFirstStaff(ctx: Context, raw: Raw): Promise<{ link: string }> {
  const { email, organisation } = parse(input, raw);
  return transact(ctx, async (tx) => {
    if (await hasStaff(tx.db)) throw conflict("already-in-use");
    const organisationId = (await knowledgeCentreUnscoped(tx.db)) ?? (await addCentre(tx, organisation));
    await revokeStaffInvitations(tx.db, organisationId, tx.clock());
    const nowhereElse = { teamId: null, teamRole: null, projectId: null, projectRole: null };
    const staff = { organisationId, function: "staff", ...nowhereElse } as const;
    const place = authorize(staff, "invite", ctx.actor.kind === "system");
    return writeInvitation(tx, place, email);
  });
}

async function addCentre(tx: Writing, name: string): Promise<string> {
  const id = newId();
  await insertOrganisation(tx.db, { id, kind: "knowledge-centre", name, createdAt: tx.clock() });
  tx.record({ type: "organisation.added", organisationId: id, data: { name } });
  return id;
}

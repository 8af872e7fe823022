import * as z from "zod";
import { newId } from "#db/ids.ts";
import { insertOrganisation } from "#db/organisations/store.ts";
import { hasStaff } from "#db/people/store.ts";
import { authorize } from "#domain/access/authorize.ts";
import { conflict } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { emailAddress, parse, type Raw, requiredText } from "#server/input.ts";
import { writeInvitation } from "./invite.ts";

const input = z.object({ email: emailAddress, organisation: requiredText(120) });

/**
 * The way into an empty installation: makes the knowledge centre and invites its first member of staff, who invites the
 * rest. Only the system does this (a command on the server), and only while there is no staff.
 *
 * @returns the link of the invitation, because such an installation may not send mail yet.
 */
export async function inviteFirstStaff(ctx: Context, raw: Raw): Promise<{ link: string }> {
  const { email, organisation } = parse(input, raw);
  return transact(ctx, async (tx) => {
    if (await hasStaff(tx.db)) throw conflict("already-in-use");
    const organisationId = newId();
    const centre = { id: organisationId, kind: "knowledge-centre", name: organisation, createdAt: tx.clock() } as const;
    await insertOrganisation(tx.db, centre);
    tx.record({ type: "organisation.added", organisationId, data: { name: organisation } });
    const nowhereElse = { teamId: null, teamRole: null, projectId: null, projectRole: null };
    const staff = { organisationId, function: "staff", ...nowhereElse } as const;
    const place = authorize(staff, "invite", ctx.actor.kind === "system");
    return writeInvitation(tx, place, { email, language: "nl" });
  });
}

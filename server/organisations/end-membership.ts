import * as z from "zod";
import { isId } from "#db/ids.ts";
import { revokeInvitationsOf } from "#db/invitations/store.ts";
import { endMembershipRows, lockStaff } from "#db/people/belonging.ts";
import { endMembershipsAtSchool } from "#db/teams/store.ts";
import { conflict, notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { parse, type Raw } from "#server/input.ts";
import { loadOrganisation } from "./load-organisation.ts";

const input = z.object({ organisationId: z.string(), personId: z.string() });

/**
 * Somebody leaves an organisation, and with it its teams. What they wrote stays; open screens lose the teams at once,
 * and invitations that are still open are taken back.
 * The last of the staff stays: nobody could invite the next.
 */
export async function endMembership(ctx: Context, raw: Raw): Promise<void> {
  const { organisationId, personId } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadOrganisation(tx, organisationId, "manage");
    const staff = scope.organisation.kind === "knowledge-centre" ? await lockStaff(tx.db) : [];
    if (staff.length === 1 && staff.includes(personId)) throw conflict("last-staff");
    const ended = { at: tx.clock(), by: actorId(tx) };
    if (!isId(personId) || (await endMembershipRows(tx.db, scope, personId, ended)) === 0) throw notFound();
    const teamIds = await endMembershipsAtSchool(tx.db, scope, personId, ended);
    await revokeInvitationsOf(tx.db, personId, { organisationId }, ended);
    tx.record({ type: "membership.ended", organisationId, data: { personId } });
    for (const teamId of teamIds)
      tx.record({ type: "team.member-removed", organisationId, teamId, data: { personId } });
    const teams = teamIds.map((teamId) => ["team", teamId]);
    tx.announce([`person:${personId}`, ...teamIds.map((id) => `team:${id}`)], [...teams, ["cycle"], ["overview"]]);
    tx.recheck({ personId });
  });
}

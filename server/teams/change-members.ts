import * as z from "zod";
import { isId, newId } from "#db/ids.ts";
import { revokeInvitationsOf } from "#db/invitations/store.ts";
import { holdInOrganisation } from "#db/people/belonging.ts";
import { endMember, insertMember, lockLeads, runningMember, setMemberRole } from "#db/teams/store.ts";
import { conflict, invalid, notFound } from "#domain/errors.ts";
import { TEAM_ROLES } from "#domain/people/words.ts";
import { actorId, type Context, transact, type Writing } from "#server/context.ts";
import { oneOf, parse, type Raw } from "#server/input.ts";
import { loadTeam } from "./load-team.ts";

const memberInput = z.object({ teamId: z.string(), personId: z.string(), role: oneOf(TEAM_ROLES) });

/** Adds somebody of the school to a team. Who is not at the school yet is invited instead. */
export async function addMember(ctx: Context, raw: Raw): Promise<void> {
  const { teamId, personId, role } = parse(memberInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadTeam(tx, teamId, "manageMembers");
    if (!isId(personId) || !(await holdInOrganisation(tx.db, personId, scope.team.organisationId)))
      throw invalid({ personId: "not-at-this-school" });
    const member = { id: newId(), personId, role, startedAt: tx.clock() };
    if (!(await insertMember(tx.db, scope, member))) throw conflict("already-in-team");
    tx.record({ type: "team.member-added", ...about(scope), data: { personId, role } });
    announceTeam(tx, teamId, personId);
  });
}

/** Gives a member another role; an open editor turns read-only at once when the role no longer writes. */
export async function changeMemberRole(ctx: Context, raw: Raw): Promise<void> {
  const { teamId, personId, role } = parse(memberInput, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadTeam(tx, teamId, "manageMembers");
    const leads = await lockLeads(tx.db, teamId);
    const member = isId(personId) ? await runningMember(tx.db, scope, personId) : null;
    if (!member) throw notFound();
    if (member.role === role) return;
    keepALead(leads, personId);
    await setMemberRole(tx.db, scope, member.id, role);
    tx.record({ type: "team.member-role-changed", ...about(scope), data: { personId, role } });
    announceTeam(tx, teamId, personId);
  });
}

/**
 * Ends somebody's membership. Everything they wrote stays; from this moment they read and write nothing of the team,
 * also in screens that are open, and an invitation to the team that they still have is taken back.
 */
export async function removeMember(ctx: Context, raw: Raw): Promise<void> {
  const { teamId, personId } = parse(z.object({ teamId: z.string(), personId: z.string() }), raw);
  await transact(ctx, async (tx) => {
    const scope = await loadTeam(tx, teamId, "manageMembers");
    const leads = await lockLeads(tx.db, teamId);
    const member = isId(personId) ? await runningMember(tx.db, scope, personId) : null;
    if (!member) throw notFound();
    keepALead(leads, personId);
    const ended = { at: tx.clock(), by: actorId(tx) };
    await endMember(tx.db, scope, member.id, ended);
    await revokeInvitationsOf(tx.db, personId, { teamId }, ended);
    tx.record({ type: "team.member-removed", ...about(scope), data: { personId } });
    announceTeam(tx, teamId, personId);
  });
}

/** Asked with all leads locked: two who take the lead from each other at the same moment go one after the other. */
function keepALead(leads: readonly string[], personId: string): void {
  if (leads.length === 1 && leads.includes(personId)) throw conflict("last-lead");
}

const about = ({ team }: { team: { id: string; organisationId: string } }) => ({
  teamId: team.id,
  organisationId: team.organisationId,
});

/** The one place with the consequences of a changed membership: the team's screens, the person's screens and sockets. */
function announceTeam(tx: Writing, teamId: string, personId: string): void {
  tx.announce([`team:${teamId}`, `person:${personId}`], [["team", teamId], ["cycle"], ["overview"]]);
  tx.recheck({ personId });
}

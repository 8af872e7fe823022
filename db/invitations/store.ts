import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { stopWaitingMails } from "#db/mail/store.ts";
import { organisations } from "#db/organisations/tables.ts";
import { memberships, people } from "#db/people/tables.ts";
import { projectPeople, projects } from "#db/projects/tables.ts";
import { teamMembers, teams } from "#db/teams/tables.ts";
import { invitations } from "./tables.ts";

export type Invitation = typeof invitations.$inferSelect;
export type NewInvitation = typeof invitations.$inferInsert;

export async function insertInvitation(db: Database, invitation: NewInvitation): Promise<void> {
  await db.insert(invitations).values(invitation);
}

const sameId = (column: AnyPgColumn, id: string | null | undefined) =>
  sql`${column} is not distinct from ${id ?? null}::uuid`;

/** Takes back what is open among these; a mail about it that still waits, with its link, does not leave any more. */
async function revokeOpen(db: Database, which: SQL | undefined, revoked: { at: Date; by: string | null }) {
  const taken = await db
    .update(invitations)
    .set({ revokedAt: revoked.at, revokedBy: revoked.by })
    .where(and(which, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  await stopWaitingMails(
    db,
    taken.map(({ id }) => id),
    revoked.at,
  );
}

/** Until the transaction ends, nobody else writes an invitation to this organisation or to what is in it. */
async function lockInvitationsTo(db: Database, organisationId: string): Promise<void> {
  const ofPlace = eq(organisations.id, organisationId);
  await db.select({ id: organisations.id }).from(organisations).where(ofPlace).for("no key update");
}

/** Ends the earlier open invitations of the same address to the same place: only the newest link works. */
export async function revokeSupersededRows(
  db: Database,
  { email, organisationId, teamId, projectId }: NewInvitation,
  revoked: { at: Date; by: string | null },
): Promise<void> {
  // Of two that are written at once, the second waits here and then sees the first.
  await lockInvitationsTo(db, organisationId);
  const toSamePlace = and(
    eq(invitations.email, email),
    eq(invitations.organisationId, organisationId),
    sameId(invitations.teamId, teamId),
    sameId(invitations.projectId, projectId),
  );
  await revokeOpen(db, toSamePlace, revoked);
}

/**
 * Takes back what is still open of a person to a team or project, or to an organisation and all that is in it: who was
 * taken out is not let in again by a mail from before (T45).
 */
export async function revokeInvitationsOf(
  db: Database,
  personId: string,
  to: InvitedTo,
  revoked: { at: Date; by: string | null },
): Promise<void> {
  const address = db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  await revokeOpen(db, and(inArray(invitations.email, address), inPlace(to)), revoked);
}

/** Ends every open invitation to become staff of this centre, whoever it was for. */
export async function revokeStaffInvitations(db: Database, organisationId: string, at: Date): Promise<void> {
  const asStaff = and(eq(invitations.organisationId, organisationId), eq(invitations.function, "staff"));
  await revokeOpen(db, asStaff, { at, by: null });
}

export async function revokeInvitationRow(
  db: Database,
  invitationId: string,
  revoked: { at: Date; by: string | null },
): Promise<void> {
  await revokeOpen(db, eq(invitations.id, invitationId), revoked);
}

export async function acceptInvitationRow(
  db: Database,
  invitationId: string,
  accepted: { at: Date; by: string },
): Promise<void> {
  await db
    .update(invitations)
    .set({ acceptedAt: accepted.at, acceptedBy: accepted.by })
    .where(eq(invitations.id, invitationId));
}

/** The invitation that a link belongs to; the token itself is the claim. */
export async function invitationByHashUnscoped(db: Database, tokenHash: string): Promise<Invitation | null> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return invitation ?? null;
}

/** The same, locked until the transaction ends: of two who accept at once, the second sees that it is used. */
export async function lockInvitationByHash(db: Database, tokenHash: string): Promise<Invitation | null> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).for("update");
  return invitation ?? null;
}

/** The same by its id, for who writes it anew; first the place, in the order in which `revokeSupersededRows` locks. */
export async function lockInvitationUnscoped(db: Database, invitationId: string): Promise<Invitation | null> {
  const [known] = await db
    .select({ organisationId: invitations.organisationId })
    .from(invitations)
    .where(eq(invitations.id, invitationId));
  if (!known) return null;
  await lockInvitationsTo(db, known.organisationId);
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, invitationId)).for("update");
  return invitation ?? null;
}

export interface InvitationNames {
  organisation: string;
  team: string | null;
  project: string | null;
  inviter: string | null;
}

/** The words of an invitation: to what, and by whom. */
export async function namesOfInvitation(
  db: Database,
  invitation: Pick<Invitation, "organisationId" | "teamId" | "projectId" | "invitedBy">,
): Promise<InvitationNames> {
  const [names] = await db
    .select({ organisation: organisations.name, team: teams.name, project: projects.name, inviter: people.name })
    .from(organisations)
    .leftJoin(teams, sql`${teams.id} = ${invitation.teamId}::uuid`)
    .leftJoin(projects, sql`${projects.id} = ${invitation.projectId}::uuid`)
    .leftJoin(people, sql`${people.id} = ${invitation.invitedBy}::uuid`)
    .where(eq(organisations.id, invitation.organisationId));
  return names!;
}

/** Where invitations go: the lists of an organisation, a team or a project. */
export type InvitedTo = { organisationId: string } | { teamId: string } | { projectId: string };

const inPlace = (to: InvitedTo) =>
  "teamId" in to
    ? eq(invitations.teamId, to.teamId)
    : "projectId" in to
      ? eq(invitations.projectId, to.projectId)
      : eq(invitations.organisationId, to.organisationId);

/** The invitations that nobody accepted or took back, oldest first; those that ran out too, to be sent again. */
export function openInvitationsTo(db: Database, to: InvitedTo) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      function: invitations.function,
      team: teams.name,
      teamRole: invitations.teamRole,
      project: projects.name,
      projectRole: invitations.projectRole,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(teams, eq(teams.id, invitations.teamId))
    .leftJoin(projects, eq(projects.id, invitations.projectId))
    .where(and(inPlace(to), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.createdAt));
}

/**
 * Whether this person was taken out of what the invitation leads to after it was written: an old link is no way back
 * in (T45).
 */
export async function wasRemovedSince(db: Database, personId: string, invitation: Invitation): Promise<boolean> {
  const { organisationId, teamId, projectId, createdAt } = invitation;
  const [member, teammate, colleague] = await Promise.all([
    db
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, personId),
          eq(memberships.organisationId, organisationId),
          gt(memberships.endedAt, createdAt),
        ),
      )
      .limit(1),
    teamId
      ? db
          .select({ id: teamMembers.id })
          .from(teamMembers)
          .where(
            and(eq(teamMembers.personId, personId), eq(teamMembers.teamId, teamId), gt(teamMembers.endedAt, createdAt)),
          )
          .limit(1)
      : [],
    projectId
      ? db
          .select({ id: projectPeople.id })
          .from(projectPeople)
          .where(
            and(
              eq(projectPeople.personId, personId),
              eq(projectPeople.projectId, projectId),
              gt(projectPeople.endedAt, createdAt),
            ),
          )
          .limit(1)
      : [],
  ]);
  return member.length + teammate.length + colleague.length > 0;
}

/** Gives exactly what the invitation says; what the person is already stays as it is. */
export async function giveInvitedRoles(
  db: Database,
  personId: string,
  invitation: Invitation,
  startedAt: Date,
): Promise<void> {
  const { organisationId, teamId, teamRole, projectId, projectRole } = invitation;
  await db
    .insert(memberships)
    .values({ id: newId(), personId, organisationId, function: invitation.function, startedAt })
    .onConflictDoNothing();
  if (teamId && teamRole) {
    await db
      .insert(teamMembers)
      .values({ id: newId(), teamId, personId, role: teamRole, startedAt })
      .onConflictDoNothing();
  }
  if (projectId && projectRole) {
    await db
      .insert(projectPeople)
      .values({ id: newId(), projectId, personId, role: projectRole, startedAt })
      .onConflictDoNothing();
  }
}

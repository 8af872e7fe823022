import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { organisations } from "#db/organisations/tables.ts";
import { projectPeople, projects } from "#db/projects/tables.ts";
import { teamMembers, teams } from "#db/teams/tables.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { PlatformRelations } from "#domain/access/relations.ts";
import type { Language } from "#domain/people/words.ts";
import { memberships, people } from "./tables.ts";

export type Person = typeof people.$inferSelect;

/** For signing in and for invitations, where the address itself is the claim. `email` is in lower case. */
export async function personByEmailUnscoped(db: Database, email: string): Promise<Person | null> {
  const [person] = await db.select().from(people).where(eq(people.email, email));
  return person ?? null;
}

/** For a person's own account only. */
export async function ownPerson(db: Database, personId: string): Promise<Person | null> {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  return person ?? null;
}

/** @returns false when somebody with this address is there already. */
export async function insertPerson(db: Database, person: typeof people.$inferInsert): Promise<boolean> {
  const added = await db
    .insert(people)
    .values(person)
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id });
  return added.length === 1;
}

export async function setProfile(
  db: Database,
  personId: string,
  profile: { name: string; language: Language },
): Promise<void> {
  await db.update(people).set(profile).where(eq(people.id, personId));
}

/** Closes an account from a moment on, or opens it again with null. */
export async function setDisabledAt(
  db: Database,
  _permission: Authorized<PlatformRelations, "manage">,
  personId: string,
  disabledAt: Date | null,
): Promise<void> {
  await db.update(people).set({ disabledAt }).where(eq(people.id, personId));
}

export async function setPasswordHash(db: Database, personId: string, passwordHash: string): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

export type NewMembership = Omit<typeof memberships.$inferInsert, "endedAt" | "endedBy">;

/** Makes somebody what they are in an organisation. @returns false when they were that already. */
export async function startMembership(db: Database, membership: NewMembership): Promise<boolean> {
  const added = await db.insert(memberships).values(membership).onConflictDoNothing().returning({ id: memberships.id });
  return added.length === 1;
}

/** What a person is, where: the organisations, teams and projects they are in now. */
export async function rolesOf(db: Database, personId: string) {
  const [inOrganisations, inTeams, inProjects] = await Promise.all([
    db
      .select({ id: organisations.id, name: organisations.name, function: memberships.function })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
      .orderBy(asc(organisations.name), asc(memberships.function)),
    db
      .select({ id: teams.id, name: teams.name, organisation: organisations.name, role: teamMembers.role })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .innerJoin(organisations, eq(organisations.id, teams.organisationId))
      .where(and(eq(teamMembers.personId, personId), isNull(teamMembers.endedAt)))
      .orderBy(asc(organisations.name), asc(teams.name)),
    db
      .select({ id: projects.id, name: projects.name, role: projectPeople.role })
      .from(projectPeople)
      .innerJoin(projects, eq(projects.id, projectPeople.projectId))
      .where(and(eq(projectPeople.personId, personId), isNull(projectPeople.endedAt)))
      .orderBy(asc(projects.name), asc(projectPeople.role)),
  ]);
  return { organisations: inOrganisations, teams: inTeams, projects: inProjects };
}

/** Serialises what is decided about one person's account: two changes of a password go one after the other. */
export async function lockPerson(db: Database, personId: string): Promise<Person | null> {
  const [person] = await db.select().from(people).where(eq(people.id, personId)).for("update");
  return person ?? null;
}

/** Whether anybody works at the knowledge centre yet. */
export async function hasStaff(db: Database): Promise<boolean> {
  const [someone] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(eq(memberships.function, "staff"), eq(organisations.kind, "knowledge-centre"), isNull(memberships.endedAt)),
    )
    .limit(1);
  return someone !== undefined;
}

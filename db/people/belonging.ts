import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { OrganisationScope } from "#db/organisations/scope.ts";
import { organisations } from "#db/organisations/tables.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { LEADING_FUNCTIONS } from "./leading.ts";
import { memberships, people } from "./tables.ts";

/** Whether a person works at the knowledge centre as staff: the one relation to the platform as a whole (rule AC6). */
export async function isStaff(db: Database, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.function, "staff"),
        eq(organisations.kind, "knowledge-centre"),
        isNull(memberships.endedAt),
      ),
    )
    .limit(1);
  return rows.length === 1;
}

/** Whether a person leads any organisation. One look in the index, where staff would read every organisation there is. */
export async function leadsAnOrganisation(db: Database, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        inArray(memberships.function, [...LEADING_FUNCTIONS]),
        isNull(memberships.endedAt),
      ),
    )
    .limit(1);
  return rows.length === 1;
}

/** The staff who can sign in, locked until the transaction ends: whoever else takes one of them away waits. */
export async function lockStaff(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.function, "staff"),
        eq(organisations.kind, "knowledge-centre"),
        isNull(memberships.endedAt),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.id))
    .for("update");
  return [...new Set(rows.map((row) => row.id))];
}

/**
 * Whether a person who can sign in is at an organisation now, in whatever function; it stays so until the transaction
 * ends. Who leaves the organisation at this moment goes after it, and so loses also what was given here.
 */
export async function holdInOrganisation(db: Database, personId: string, organisationId: string): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        isNull(people.disabledAt),
        eq(memberships.personId, personId),
        eq(memberships.organisationId, organisationId),
        isNull(memberships.endedAt),
      ),
    )
    .for("share", { of: memberships });
  return rows.length > 0;
}

/** Whether there is a person with this id who can sign in. */
export async function personExists(db: Database, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return rows.length === 1;
}

/** The people who are at an organisation now, each once, with their functions there. */
export async function peopleOfOrganisation(db: Database, organisationId: string) {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      disabledAt: people.disabledAt,
      membershipId: memberships.id,
      function: memberships.function,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .orderBy(asc(people.name), asc(memberships.function));
  const byId = new Map<
    string,
    { id: string; name: string; email: string | null; disabled: boolean; functions: typeof rows }
  >();
  for (const row of rows) {
    const { id, name, email, disabledAt } = row;
    const known = byId.get(id) ?? { id, name, email, disabled: disabledAt !== null, functions: [] };
    known.functions.push(row);
    byId.set(row.id, known);
  }
  return [...byId.values()].map(({ functions, ...person }) => ({
    ...person,
    functions: functions.map((row) => row.function),
  }));
}

/** Ends all of somebody's functions at an organisation. @returns how many there were. */
export async function endMembershipRows(
  db: Database,
  { organisation }: Authorized<OrganisationScope, "manage">,
  personId: string,
  ended: { at: Date; by: string | null },
): Promise<number> {
  const gone = await db
    .update(memberships)
    .set({ endedAt: ended.at, endedBy: ended.by })
    .where(
      and(
        eq(memberships.organisationId, organisation.id),
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
      ),
    )
    .returning({ id: memberships.id });
  return gone.length;
}

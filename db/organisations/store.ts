import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { OrganisationScope } from "#db/organisations/scope.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import { organisations } from "./tables.ts";

export type NewOrganisation = typeof organisations.$inferInsert;

/** @returns false when an organisation with this institution number exists already. */
export async function insertOrganisation(db: Database, organisation: NewOrganisation): Promise<boolean> {
  const added = await db
    .insert(organisations)
    .values(organisation)
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return added.length === 1;
}

/** The first knowledge centre of the installation, for the system: an installation without staff has one at most. */
export async function knowledgeCentreUnscoped(db: Database): Promise<string | null> {
  const [centre] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, "knowledge-centre"))
    .orderBy(asc(organisations.createdAt))
    .limit(1);
  return centre?.id ?? null;
}

export async function updateOrganisation(
  db: Database,
  { organisation }: Authorized<OrganisationScope, "manage">,
  change: Partial<Omit<NewOrganisation, "id" | "createdAt">>,
): Promise<void> {
  await db.update(organisations).set(change).where(eq(organisations.id, organisation.id));
}

/** Whether another organisation carries this institution number. */
export async function institutionNumberTaken(db: Database, number: string, exceptId?: string): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.institutionNumber, number));
  return rows.some((row) => row.id !== exceptId);
}

export function organisationsByName(db: Database, ids: string[]) {
  return db
    .select()
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(sql`${organisations.name} collate "und-x-icu"`));
}

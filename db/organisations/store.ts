import { and, asc, eq, inArray, sql } from "drizzle-orm";
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

/**
 * @param version the one that whoever asks saw; when it is another by now, nothing is written.
 * @returns "number-taken" when another organisation has this institution number. The index says so and not a look
 * beforehand: two may take one number at the same moment. The inner transaction keeps the one around it usable.
 */
export async function updateOrganisation(
  db: Database,
  { organisation }: Authorized<OrganisationScope, "manage">,
  version: number,
  change: Partial<Omit<NewOrganisation, "id" | "createdAt" | "version">>,
): Promise<"changed" | "changed-meanwhile" | "number-taken"> {
  const asSeen = and(eq(organisations.id, organisation.id), eq(organisations.version, version));
  try {
    const changed = await db.transaction((inner) =>
      inner
        .update(organisations)
        .set({ ...change, version: sql`${organisations.version} + 1` })
        .where(asSeen)
        .returning({ id: organisations.id }),
    );
    return changed.length === 1 ? "changed" : "changed-meanwhile";
  } catch (error) {
    if (numberIsTaken(error)) return "number-taken";
    throw error;
  }
}

/** Drizzle wraps what the database said. */
function numberIsTaken(error: unknown): boolean {
  const { constraint_name: name } = ((error as Error).cause ?? error) as { constraint_name?: string };
  return name === "organisations_institution_number_once";
}

export function organisationsByName(db: Database, ids: string[]) {
  return db
    .select()
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(sql`${organisations.name} collate "und-x-icu"`));
}

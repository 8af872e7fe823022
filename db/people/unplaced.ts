import { and, asc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Authorized } from "#domain/access/authorize.ts";
import type { PlatformRelations } from "#domain/access/relations.ts";
import { memberships, people } from "./tables.ts";

/** Who has an account and belongs to no organisation (any more): no organisation's list shows them. */
export function peopleWithoutOrganisation(db: Database, _permission: Authorized<PlatformRelations, "manage">) {
  const belongs = db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, people.id), isNull(memberships.endedAt)));
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      disabled: sql<boolean>`${people.disabledAt} is not null`,
    })
    .from(people)
    .where(notExists(belongs))
    .orderBy(asc(sql`${people.name} collate "und-x-icu"`));
}

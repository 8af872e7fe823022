import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import { TEAM_ROLES } from "#domain/people/words.ts";

export const teams = pgTable(
  "teams",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    textLength("teams_name", "name", 120),
    uniqueIndex("teams_name_once").on(table.organisationId, sql`lower(${table.name})`),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    id: id(),
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: text("role", { enum: TEAM_ROLES }).notNull(),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => people.id),
  },
  (table) => [
    oneOf("team_members_role", "role", TEAM_ROLES),
    check("team_members_period", sql`${table.endedAt} is null or ${table.endedAt} >= ${table.startedAt}`),
    uniqueIndex("team_members_running_once").on(table.teamId, table.personId).where(sql`ended_at is null`),
    index("team_members_of_person").on(table.personId),
  ],
);

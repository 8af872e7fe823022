import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "#db/columns.ts";
import { cycles } from "#db/cycles/tables.ts";
import { people } from "#db/people/tables.ts";
import { projects } from "#db/projects/tables.ts";
import { teams } from "#db/teams/tables.ts";

export const visits = pgTable(
  "visits",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id),
    cycleId: uuid("cycle_id").references(() => cycles.id),
    coachId: uuid("coach_id")
      .notNull()
      .references(() => people.id),
    startsAt: at("starts_at").notNull(),
    purpose: text("purpose").notNull().default(""),
    /** For the coach alone. */
    notesToSelf: text("notes_to_self").notNull().default(""),
    notesToTeam: text("notes_to_team").notNull().default(""),
    plannedAt: at("planned_at").notNull(),
    heldAt: at("held_at"),
    cancelledAt: at("cancelled_at"),
  },
  (table) => [
    check("visits_purpose", sql`char_length(${table.purpose}) <= 400`),
    check("visits_notes", sql`char_length(${table.notesToSelf}) <= 8000 and char_length(${table.notesToTeam}) <= 8000`),
    index("visits_of_coach").on(table.coachId, table.startsAt),
    index("visits_of_team").on(table.teamId, table.startsAt),
  ],
);

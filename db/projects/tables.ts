import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import { teams } from "#db/teams/tables.ts";
import { strands } from "#db/toolkit/tables.ts";
import { AUDIENCES } from "#domain/cycles/words.ts";
import { PROJECT_ROLES } from "#domain/people/words.ts";
import { PROJECT_KINDS } from "#domain/projects/words.ts";

export const programmes = pgTable(
  "programmes",
  {
    id: id(),
    kind: text("kind", { enum: PROJECT_KINDS }).notNull(),
    name: text("name").notNull(),
    /** School year in which it begins: 2025 is 2025–2026. */
    fromYear: integer("from_year").notNull(),
    toYear: integer("to_year").notNull(),
    /** The most that one project may receive, in euro. */
    ceilingEuro: integer("ceiling_euro"),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    oneOf("programmes_kind", "kind", PROJECT_KINDS),
    textLength("programmes_name", "name", 160),
    check("programmes_years", sql`${table.fromYear} between 2000 and 2199 and ${table.toYear} >= ${table.fromYear}`),
    check("programmes_ceiling", sql`${table.ceilingEuro} is null or ${table.ceilingEuro} >= 0`),
  ],
);

export const projects = pgTable(
  "projects",
  {
    id: id(),
    programmeId: uuid("programme_id")
      .notNull()
      .references(() => programmes.id),
    applicantId: uuid("applicant_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    themeIds: text("theme_ids").array().notNull().default([]),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    textLength("projects_name", "name", 160),
    check("projects_period", sql`${table.endsOn} >= ${table.startsOn}`),
    check("projects_summary", sql`char_length(${table.summary}) <= 2000`),
    index("projects_of_programme").on(table.programmeId),
  ],
);

export const projectStrands = pgTable(
  "project_strands",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    strandId: text("strand_id")
      .notNull()
      .references(() => strands.id),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.strandId] })],
);

export const projectPeople = pgTable(
  "project_people",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: text("role", { enum: PROJECT_ROLES }).notNull(),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => people.id),
  },
  (table) => [
    oneOf("project_people_role", "role", PROJECT_ROLES),
    uniqueIndex("project_people_running_once")
      .on(table.projectId, table.personId, table.role)
      .where(sql`ended_at is null`),
    index("project_people_of_person").on(table.personId),
  ],
);

/** A team's part in a project. What the coach sees by default is what the team chose on joining (product §6). */
export const projectTeams = pgTable(
  "project_teams",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id),
    documentsAudience: text("documents_audience", { enum: AUDIENCES }).notNull().default("team"),
    joinedAt: at("joined_at").notNull(),
    leftAt: at("left_at"),
    leftBy: uuid("left_by").references(() => people.id),
  },
  (table) => [
    oneOf("project_teams_documents_audience", "documents_audience", AUDIENCES),
    uniqueIndex("project_teams_running_once").on(table.projectId, table.teamId).where(sql`left_at is null`),
    index("project_teams_of_team").on(table.teamId),
  ],
);

import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { cards } from "#db/cards/tables.ts";
import { at } from "#db/columns.ts";
import { cycles } from "#db/cycles/tables.ts";
import { documents } from "#db/documents/tables.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import { projects } from "#db/projects/tables.ts";
import { teams } from "#db/teams/tables.ts";

/** What happened, one row for each write, in the same transaction: activity list, audit trail and briefs read it. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    type: text("type").notNull(),
    at: at("at").notNull(),
    /** Null when the system itself acted. */
    actorId: uuid("actor_id").references(() => people.id),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    teamId: uuid("team_id").references(() => teams.id),
    projectId: uuid("project_id").references(() => projects.id),
    cycleId: uuid("cycle_id").references(() => cycles.id),
    /** Set when the event is about a document or a card, so that their audience also hides the event. */
    documentId: uuid("document_id").references(() => documents.id),
    cardId: uuid("card_id").references(() => cards.id),
    data: jsonb("data").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    index("events_of_cycle").on(table.cycleId, table.id),
    index("events_of_team").on(table.teamId, table.id),
    index("events_of_project").on(table.projectId, table.id),
    index("events_of_organisation").on(table.organisationId, table.id),
  ],
);

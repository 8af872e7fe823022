import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf } from "#db/columns.ts";
import { organisations } from "#db/organisations/tables.ts";
import { people } from "#db/people/tables.ts";
import { projects } from "#db/projects/tables.ts";
import { teams } from "#db/teams/tables.ts";
import { FUNCTIONS, PROJECT_ROLES, TEAM_ROLES } from "#domain/people/words.ts";

/** An invitation gives exactly what is written here, once, to the invited address (product §2, hostile case T44). */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    function: text("function", { enum: FUNCTIONS }).notNull(),
    teamId: uuid("team_id").references(() => teams.id),
    teamRole: text("team_role", { enum: TEAM_ROLES }),
    projectId: uuid("project_id").references(() => projects.id),
    projectRole: text("project_role", { enum: PROJECT_ROLES }),
    invitedBy: uuid("invited_by").references(() => people.id),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => people.id),
    revokedAt: at("revoked_at"),
    revokedBy: uuid("revoked_by").references(() => people.id),
  },
  (table) => [
    uniqueIndex("invitations_token_once").on(table.tokenHash),
    oneOf("invitations_function", "function", FUNCTIONS),
    oneOf("invitations_team_role", "team_role", TEAM_ROLES),
    oneOf("invitations_project_role", "project_role", PROJECT_ROLES),
    check("invitations_team", sql`(${table.teamId} is null) = (${table.teamRole} is null)`),
    check("invitations_project", sql`(${table.projectId} is null) = (${table.projectRole} is null)`),
    check("invitations_one_end", sql`${table.acceptedAt} is null or ${table.revokedAt} is null`),
    index("invitations_of_organisation").on(table.organisationId),
    // The pages of a team and of a project ask for what is still open.
    index("invitations_open_of_team").on(table.teamId).where(sql`accepted_at is null and revoked_at is null`),
    index("invitations_open_of_project").on(table.projectId).where(sql`accepted_at is null and revoked_at is null`),
  ],
);

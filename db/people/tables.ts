import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { organisations } from "#db/organisations/tables.ts";
import { FUNCTIONS, LANGUAGES } from "#domain/people/words.ts";

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    /** Lower case; null only for a person whose data were erased. */
    email: text("email"),
    /** Argon2id; null until the person has chosen a password. */
    passwordHash: text("password_hash"),
    language: text("language", { enum: LANGUAGES }).notNull().default("nl"),
    createdAt: at("created_at").notNull(),
    disabledAt: at("disabled_at"),
  },
  (table) => [
    textLength("people_name", "name", 120),
    oneOf("people_language", "language", LANGUAGES),
    check(
      "people_email",
      sql`${table.email} = lower(${table.email}) and ${table.email} like '%_@_%' and char_length(${table.email}) <= 254`,
    ),
    uniqueIndex("people_email_once").on(table.email),
  ],
);

/** Only a hash of the session's token is kept, so a copy of this table opens no door. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    /** However active, a session ends here. */
    endsAt: at("ends_at").notNull(),
    startedAt: at("started_at").notNull(),
  },
  (table) => [index("sessions_of_person").on(table.userId)],
);

export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    function: text("function", { enum: FUNCTIONS }).notNull(),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => people.id),
  },
  (table) => [
    oneOf("memberships_function", "function", FUNCTIONS),
    check("memberships_period", sql`${table.endedAt} is null or ${table.endedAt} >= ${table.startedAt}`),
    uniqueIndex("memberships_running_once")
      .on(table.personId, table.organisationId, table.function)
      .where(sql`ended_at is null`),
    index("memberships_of_organisation").on(table.organisationId),
  ],
);

/** Failed sign-ins, counted per address and per network address, across nodes and restarts (hostile case T37). */
export const signInAttempts = pgTable("sign_in_attempts", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: at("expire"),
});

/** A link to choose a new password: a hash of its token, so that a copy of this table opens no account (T42). */
export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    askedAt: at("asked_at").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  // One at a time: asking again makes the older link worthless.
  (table) => [uniqueIndex("password_resets_one_per_person").on(table.personId)],
);

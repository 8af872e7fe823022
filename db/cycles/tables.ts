import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, oneOf, textLength } from "#db/columns.ts";
import { documents } from "#db/documents/tables.ts";
import { people } from "#db/people/tables.ts";
import { projects } from "#db/projects/tables.ts";
import { teams } from "#db/teams/tables.ts";
import { strands } from "#db/toolkit/tables.ts";
import { STAGES, WHY_LIMIT } from "#domain/cycles/phases.ts";
import { AUDIENCES, CARE_PHASES, CYCLE_LIMITS, NEED_OWNERS } from "#domain/cycles/words.ts";

export const cycles = pgTable(
  "cycles",
  {
    id: id(),
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id),
    projectId: uuid("project_id").references(() => projects.id),
    parentId: uuid("parent_id").references((): AnyPgColumn => cycles.id),
    title: text("title").notNull(),
    need: text("need").notNull(),
    needOwner: text("need_owner", { enum: NEED_OWNERS }).notNull(),
    targetGroup: text("target_group").notNull().default(""),
    carePhase: integer("care_phase"),
    themeId: text("theme_id"),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }),
    cardsAudience: text("cards_audience", { enum: AUDIENCES }).notNull().default("coach"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by").references(() => people.id),
    discardedAt: at("discarded_at"),
    discardedBy: uuid("discarded_by").references(() => people.id),
  },
  (table) => [
    textLength("cycles_title", "title", CYCLE_LIMITS.title),
    textLength("cycles_need", "need", CYCLE_LIMITS.need),
    check(
      "cycles_target_group",
      sql`char_length(${table.targetGroup}) <= ${sql.raw(String(CYCLE_LIMITS.targetGroup))}`,
    ),
    oneOf("cycles_need_owner", "need_owner", NEED_OWNERS),
    oneOf("cycles_care_phase", "care_phase", CARE_PHASES),
    oneOf("cycles_cards_audience", "cards_audience", AUDIENCES),
    check("cycles_period", sql`${table.endsOn} is null or ${table.endsOn} >= ${table.startsOn}`),
    check("cycles_not_own_parent", sql`${table.parentId} <> ${table.id}`),
    index("cycles_of_team").on(table.teamId),
    index("cycles_of_project").on(table.projectId),
  ],
);

/** Every move through the loop is a row; the newest one says where the cycle is. */
export const phaseEntries = pgTable(
  "phase_entries",
  {
    id: id(),
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    /** 1, 2, 3 … within the cycle: two moves at the same moment cannot both be the newest. */
    ordinal: integer("ordinal").notNull(),
    from: text("from_stage", { enum: STAGES }),
    to: text("to_stage", { enum: STAGES }).notNull(),
    why: text("why").notNull().default(""),
    at: at("at").notNull(),
    by: uuid("by").references(() => people.id),
  },
  (table) => [
    oneOf("phase_entries_from", "from_stage", STAGES),
    oneOf("phase_entries_to", "to_stage", STAGES),
    check("phase_entries_first", sql`(${table.ordinal} = 1) = (${table.from} is null)`),
    check("phase_entries_moves", sql`${table.from} is null or ${table.from} <> ${table.to}`),
    check("phase_entries_why", sql`char_length(${table.why}) <= ${sql.raw(String(WHY_LIMIT))}`),
    uniqueIndex("phase_entries_in_order").on(table.cycleId, table.ordinal),
  ],
);

/** The live document of each stage of a cycle, and who besides the team may read it. */
export const phaseDocuments = pgTable(
  "phase_documents",
  {
    documentId: uuid("document_id")
      .primaryKey()
      .references(() => documents.id),
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    stage: text("stage", { enum: STAGES }).notNull(),
    audience: text("audience", { enum: AUDIENCES }).notNull().default("team"),
    /** Since when the coach reads along; the coach sees no version from before it (rule AC9). */
    sharedAt: at("shared_at"),
  },
  (table) => [
    oneOf("phase_documents_stage", "stage", STAGES),
    oneOf("phase_documents_audience", "audience", AUDIENCES),
    uniqueIndex("phase_documents_one_a_stage").on(table.cycleId, table.stage),
  ],
);

export const cycleStrands = pgTable(
  "cycle_strands",
  {
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    strandId: text("strand_id")
      .notNull()
      .references(() => strands.id),
    /** Why this strand, in one line of the team's own; empty when nobody wrote it. */
    why: text("why").notNull().default(""),
    linkedAt: at("linked_at").notNull(),
    linkedBy: uuid("linked_by").references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.cycleId, table.strandId] }),
    check("cycle_strands_why", sql`char_length(${table.why}) <= ${sql.raw(String(CYCLE_LIMITS.strandWhy))}`),
    index("cycle_strands_of_strand").on(table.strandId),
  ],
);

export const meetings = pgTable(
  "meetings",
  {
    id: id(),
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    startsAt: at("starts_at").notNull(),
    purpose: text("purpose").notNull().default(""),
    plannedAt: at("planned_at").notNull(),
    plannedBy: uuid("planned_by").references(() => people.id),
    cancelledAt: at("cancelled_at"),
    cancelledBy: uuid("cancelled_by").references(() => people.id),
  },
  (table) => [
    check("meetings_purpose", sql`char_length(${table.purpose}) <= ${sql.raw(String(CYCLE_LIMITS.meetingPurpose))}`),
    index("meetings_of_cycle").on(table.cycleId, table.startsAt),
  ],
);

/** What a meeting decided, one line each: what, who does it, by when. A struck line stays as a row. */
export const meetingDecisions = pgTable(
  "meeting_decisions",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    what: text("what").notNull(),
    /** A name as the team writes it; also somebody without an account does things. */
    who: text("who").notNull().default(""),
    dueOn: date("due_on", { mode: "string" }),
    notedAt: at("noted_at").notNull(),
    notedBy: uuid("noted_by").references(() => people.id),
    struckAt: at("struck_at"),
    struckBy: uuid("struck_by").references(() => people.id),
  },
  (table) => [
    textLength("meeting_decisions_what", "what", CYCLE_LIMITS.decision),
    check("meeting_decisions_who", sql`char_length(${table.who}) <= ${sql.raw(String(CYCLE_LIMITS.decisionWho))}`),
    // The same form sent twice notes one decision.
    uniqueIndex("meeting_decisions_once").on(table.meetingId, table.what).where(sql`struck_at is null`),
  ],
);

/** When a person last looked at a cycle: what came after is "nieuw sinds je hier was". */
export const cycleVisits = pgTable(
  "cycle_visits",
  {
    cycleId: uuid("cycle_id")
      .notNull()
      .references(() => cycles.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    at: at("at").notNull(),
    /** The look before this one, so that a reload does not wipe out what is new. */
    previousAt: at("previous_at"),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.personId] })],
);

import { and, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { cycles } from "#db/cycles/tables.ts";
import type { EventType } from "#domain/activity/events.ts";
import { events } from "./tables.ts";

export interface ActivityRow {
  id: number;
  type: EventType;
  at: Date;
  actorId: string | null;
  cycleId: string | null;
  teamId: string | null;
  data: Readonly<Record<string, unknown>>;
}

/** Who reads the list, as far as it decides what they may learn from it. */
export interface ActivityReader {
  inTeam: boolean;
  /** Reads shared documents and shared cards (rule AC3). */
  coach: boolean;
  /** Reads shared cards (rule AC5). Whoever is neither, such as a project lead, reads of progress only (AC4). */
  schoolLeader: boolean;
}

export const TEAM_READER: ActivityReader = { inTeam: true, coach: false, schoolLeader: false };
export const COACH_READER: ActivityReader = { inTeam: false, coach: true, schoolLeader: false };

const documentShared = sql`exists (
  select 1 from phase_documents d where d.document_id = ${events.documentId} and d.audience = 'coach')`;
const cardShared = sql`exists (
  select 1 from cards k join cycles c on c.id = k.cycle_id where k.id = ${events.cardId} and c.cards_audience = 'coach')`;

/** An event about a document or a card is there only for who may read that document or card. */
function mayLearn({ inTeam, coach, schoolLeader }: ActivityReader): SQL | undefined {
  if (inTeam) return undefined;
  return and(
    or(isNull(events.documentId), coach ? documentShared : undefined),
    or(isNull(events.cardId), coach || schoolLeader ? cardShared : undefined),
  );
}

/** What happened in these cycles, newest first; with `exceptBy` only what others did. */
export async function activityOf(
  db: Database,
  cycleIds: readonly string[],
  reader: ActivityReader,
  filter: { since?: Date; exceptBy?: string; limit: number },
): Promise<ActivityRow[]> {
  const rows = await db
    .select({
      id: events.id,
      type: events.type,
      at: events.at,
      actorId: events.actorId,
      cycleId: events.cycleId,
      teamId: events.teamId,
      data: events.data,
    })
    .from(events)
    .where(
      and(
        inArray(events.cycleId, [...cycleIds]),
        filter.since ? gt(events.at, filter.since) : undefined,
        // What the system did is by nobody, and so not by them.
        filter.exceptBy ? sql`${events.actorId} is distinct from ${filter.exceptBy}::uuid` : undefined,
        mayLearn(reader),
      ),
    )
    .orderBy(desc(events.id))
    .limit(filter.limit);
  return rows as ActivityRow[];
}

/** The latest thing that happened in each cycle; a team that has gone quiet shows here. */
export async function lastActivityOf(db: Database, cycleIds: readonly string[]): Promise<Map<string, Date>> {
  if (cycleIds.length === 0) return new Map();
  // One step into the index for each cycle; "distinct on" would read all that ever happened in them.
  const newest = db
    .select({ at: events.at })
    .from(events)
    .where(eq(events.cycleId, cycles.id))
    .orderBy(desc(events.id))
    .limit(1)
    .as("newest");
  const rows = await db
    .select({ cycleId: cycles.id, at: newest.at })
    .from(cycles)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(cycles.id, [...cycleIds]));
  return new Map(rows.map((row) => [row.cycleId, row.at]));
}

/** Whether anything at all is recorded: an empty table means that this is a new installation. */
export async function anythingHappened(db: Database): Promise<boolean> {
  return (await db.select({ id: events.id }).from(events).limit(1)).length > 0;
}

/** Whether somebody's writing in a document of a cycle was noted since a moment. */
export async function wroteSince(
  db: Database,
  { cycleId, documentId }: { cycleId: string; documentId: string },
  personId: string,
  since: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        // For the index: events are the largest table but the log, and this is asked while people write.
        eq(events.cycleId, cycleId),
        eq(events.type, "document.written"),
        eq(events.documentId, documentId),
        eq(events.actorId, personId),
        gt(events.at, since),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

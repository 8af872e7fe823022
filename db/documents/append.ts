import postgres from "postgres";
import type { Sql } from "#db/client.ts";
import { encodeEntries } from "./entries.ts";
import { type Append, UnheardRights, UnstorableAppend } from "./stored.ts";

/** Who is further behind than so many changes of rights hears first, whatever they are about. */
const CHANGES_AT_ONCE = 1_000;
/** Beyond every number of a change. */
const NOBODY_ASKS = Number.MAX_SAFE_INTEGER - CHANGES_AT_ONCE;

/**
 * One statement, one commit, for all documents together. `free` locks the documents in the order of their ids, so that
 * two nodes which write the same documents wait for each other and never in a circle; what it finds moved on in the
 * meantime drops out there. The entries travel as one byte string, cut up in the database: an array of bytea would be
 * escaped element by element. In the same look at the database: whether a change of rights that the writer has not heard
 * of (`heard`) is about one of these persons or documents; then nothing is written.
 */
export async function appendRows(sql: Sql, appends: readonly Append[], heard?: number): Promise<Set<string>> {
  if (appends.length === 0) return new Set();
  try {
    return await append(sql, appends, heard);
  } catch (error) {
    if (isAboutTheData(error)) throw new UnstorableAppend("the log refuses a row", { cause: error });
    throw error;
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint violated). */
function isAboutTheData(error: unknown): boolean {
  return error instanceof postgres.PostgresError && /^2[23]/.test(error.code);
}

async function append(sql: Sql, appends: readonly Append[], heard = NOBODY_ASKS): Promise<Set<string>> {
  const encoded = appends.map((append) => encodeEntries(append.entries));
  const ids = appends.map((append) => append.documentId);
  const expected = appends.map((append) => append.expectedSeq);
  const persons = encoded.map(({ personIds }) => `{${personIds.join(",")}}`);
  const lengths = encoded.map(({ bytes }) => bytes.length);
  const starts: number[] = [];
  let total = 0;
  for (const length of lengths) {
    starts.push(total + 1);
    total += length;
  }
  const entries = Buffer.concat(
    encoded.map(({ bytes }) => bytes),
    total,
  );
  const writers = [...new Set(encoded.flatMap(({ personIds }) => personIds))];
  const owners = appends.flatMap(({ documentId, newOwners }) => newOwners.map((owner) => ({ documentId, ...owner })));

  // Between two ends the database looks along its index; over one alone it would read a whole day's changes.
  const farthest = heard + CHANGES_AT_ONCE;
  const taken = sql`
    unheard as materialized (
      select from (select max(id) as newest from rights_changes) as changes
      where newest > ${heard} and (newest > ${farthest} or exists (
        select from rights_changes where id > ${heard} and id <= ${farthest}
          and (document_id = any(${ids}::uuid[]) or person_id = any(${writers}::uuid[]))))),
    wanted as (
      select * from unnest(${ids}::uuid[], ${expected}::bigint[], ${persons}::text[], ${starts}::int[], ${lengths}::int[])
        as w (id, expected, persons, start, length)
      where not exists (select from unheard)),
    free as (
      select d.id from documents d join wanted w on w.id = d.id where d.last_seq = w.expected
      order by d.id for no key update of d),
    taken as (
      update documents d set last_seq = w.expected + 1 from wanted w
      where d.id = w.id and d.last_seq = w.expected and d.id in (select id from free)
      returning d.id, d.last_seq, w.persons, w.start, w.length)`;
  const inserted = sql`
    inserted as (
      insert into document_updates (document_id, seq, person_ids, entries)
      select id, last_seq, persons::uuid[], substring(${entries}::bytea from start for length) from taken
      returning document_id)
    select document_id from inserted union all select null from unheard`;
  const rows =
    owners.length === 0
      ? await sql<{ document_id: string | null }[]>`with ${taken}, ${inserted}`
      : await sql<{ document_id: string | null }[]>`
          with ${taken},
          owned as (
            insert into document_clients (document_id, client_id, person_id)
            select o.document_id, o.client_id, o.person_id
            from unnest(
              ${owners.map((owner) => owner.documentId)}::uuid[],
              ${owners.map((owner) => owner.clientId)}::bigint[],
              ${owners.map((owner) => owner.personId)}::uuid[]
            ) as o (document_id, client_id, person_id) join taken t on t.id = o.document_id),
          ${inserted}`;
  const took = new Set<string>();
  for (const { document_id } of rows) {
    if (document_id === null) throw new UnheardRights("rights changed that this node has not heard of");
    took.add(document_id);
  }
  return took;
}

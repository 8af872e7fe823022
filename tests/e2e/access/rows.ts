import type { Sql } from "postgres";

/**
 * What changes by itself: what the mail worker and a reader's own visit write down, and who is signed in. Everything
 * else in the database must be, after a refused request, what it was before.
 */
const BY_THEMSELVES = ["mails", "cycle_visits", "sessions", "sign_in_attempts", "document_sessions"];

interface Table {
  name: string;
  columns: string[];
  key: string[];
}

const quoted = (names: readonly string[], before = "") => names.map((name) => `${before}"${name}"`).join(", ");

/** One text per table for its content; different when anything in it is. */
async function contents(sql: Sql, tables: readonly Table[]): Promise<Map<string, string>> {
  const parts = tables.map(
    ({ name, columns }) => `select '${name}' as name,
      count(*) || ' ' || coalesce(sum(hash_record_extended(row(${quoted(columns)}), 0)), 0) as content
      from public."${name}"`,
  );
  const rows = await sql.unsafe(parts.join(" union all "));
  return new Map(rows.map(({ name, content }) => [name as string, content as string]));
}

/** The whole database as a test can keep it: to see whether anything changed, and to put it back. */
export interface KeptRows {
  /** The tables whose content is not what was kept, but for what changes by itself. */
  changed(): Promise<string[]>;
  putBack(): Promise<void>;
}

export async function keepRows(sql: Sql): Promise<KeptRows> {
  const tables = await tablesInOrderOfReference(sql);
  await sql`create schema kept`;
  for (const { name } of tables) await sql.unsafe(`create table kept."${name}" as table public."${name}"`);
  const kept = await contents(sql, tables);
  const different = async () => {
    const now = await contents(sql, tables);
    return tables.filter(({ name }) => now.get(name) !== kept.get(name));
  };
  return {
    changed: async () => (await different()).map(({ name }) => name).filter((name) => !BY_THEMSELVES.includes(name)),
    async putBack() {
      const touched = await different();
      const steps = [...touched.toReversed().map(takeOut), ...touched.map(putIn)];
      if (steps.length > 0) await sql.begin((tx) => tx.unsafe(steps.join("; ")));
    },
  };
}

const sameKey = (key: readonly string[]) => key.map((name) => `t."${name}" = k."${name}"`).join(" and ");

/** Rows that came since; from the tables that refer to others first. */
const takeOut = ({ name, key }: Table) =>
  `delete from public."${name}" t where not exists (select 1 from kept."${name}" k where ${sameKey(key)})`;

/** Rows that went or changed since. */
const putIn = ({ name, key, columns }: Table) =>
  `insert into public."${name}" (${quoted(columns)}) overriding system value
     select ${quoted(columns, "k.")} from kept."${name}" k
     where not exists (select 1 from public."${name}" t where ${sameKey(key)});
   ${putRight({ name, key, columns })}`;

function putRight({ name, key, columns }: Table): string {
  const rest = columns.filter((column) => !key.includes(column));
  if (rest.length === 0) return "";
  const values = rest.map((column) => `"${column}" = k."${column}"`).join(", ");
  return `update public."${name}" t set ${values} from kept."${name}" k
    where ${sameKey(key)} and (${quoted(rest, "t.")}) is distinct from (${quoted(rest, "k.")})`;
}

/** Tables that are referred to before those that refer to them. */
async function tablesInOrderOfReference(sql: Sql): Promise<Table[]> {
  const columns = await sql`select table_name as table, column_name as name from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`;
  const keys = await sql`
    select i.indrelid::regclass::text as table, a.attname as name from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indisprimary`;
  const references = await sql`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
    where contype = 'f' and conrelid <> confrelid`;
  const namesOf = (rows: typeof columns, table: string) =>
    rows.filter((row) => row.table === table).map((row) => row.name as string);
  const ordered = new Map<string, Table>();
  const add = (name: string): void => {
    if (ordered.has(name)) return;
    for (const { child, parent } of references) if (child === name) add(parent as string);
    ordered.set(name, { name, columns: namesOf(columns, name), key: namesOf(keys, name) });
  };
  const all = await sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  for (const { name } of all) if (namesOf(keys, name as string).length > 0) add(name as string);
  return [...ordered.values()];
}

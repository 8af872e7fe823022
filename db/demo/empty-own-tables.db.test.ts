import { getTableName } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addOrganisationRow, addPersonRow, addTeamRow, makeTeamMember } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { emptyOwnTables, ROOTS } from "./store.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test("emptying takes our rows and leaves what somebody else keeps in the same database", async () => {
  const { db, sql } = database;
  await sql`create table their_notes (words text not null)`;
  await sql`insert into their_notes values ('van een ander programma')`;
  const team = await addTeamRow(db, await addOrganisationRow(db, "De Kiem"), "Derde leerjaar");
  await makeTeamMember(db, await addPersonRow(db, "Lien Bogaert"), team, "lead");

  await emptyOwnTables(db);
  expect(await sql`select 1 from team_members union all select 1 from organisations`).toHaveLength(0);
  expect(await sql`select words from their_notes`).toHaveLength(1);
});

test("no table of ours is out of its reach, but for those that say what was applied, begun and changed", async () => {
  const roots = ROOTS.map((table) => getTableName(table));
  const missed = await database.sql<{ name: string }[]>`
    with recursive reached as (
      select unnest(${roots}::regclass[]) as id
      union select c.conrelid::regclass from pg_constraint c join reached r on c.confrelid = r.id where c.contype = 'f')
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename <> 'their_notes'
      and not exists (select 1 from reached where id = format('public.%I', tablename)::regclass)
    order by tablename collate "C"`;
  expect(missed.map(({ name }) => name)).toEqual(["demo_telling", "rights_changes", "schema_migrations"]);
});

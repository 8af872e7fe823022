import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { MigrationError, type MigrationProblem, migrate } from "#db/migrate.ts";
import { databaseUrl, onCluster } from "#tests/support/create-test-database.ts";

const { url: clusterUrl } = inject("postgres");
let folder: string;
let url: string;
let database: ReturnType<typeof openDatabase>;
let name: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "leerlus-migrations-"));
  name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  await onCluster(clusterUrl, `create database ${name}`);
  url = databaseUrl(clusterUrl, name);
  database = openDatabase(url);
});

afterEach(async () => {
  await database.close();
  await onCluster(clusterUrl, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true });
});

const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
const count = async (table: string) => (await database.sql.unsafe(`select count(*)::int as n from ${table}`))[0]?.n;
const refusal = (code: MigrationProblem) => expect.objectContaining({ name: "MigrationError", code });

it("applies files in order, and nothing the second time", async () => {
  await write(
    "0001_second.sql",
    "insert into schools values (1);--> statement-breakpoint\ninsert into schools values (2)",
  );
  await write("0000_first.sql", "create table schools (id int)");
  expect(await migrate(url, { folder })).toEqual({ applied: ["0000_first", "0001_second"], unknown: [] });
  expect(await migrate(database.sql, { folder })).toEqual({ applied: [], unknown: [] });
  expect(await count("schools")).toBe(2);
});

it("works with no migrations at all", async () => {
  expect(await migrate(url, { folder })).toEqual({ applied: [], unknown: [] });
});

it("lets one of several nodes that start at once do the work", async () => {
  await write("0000_slow.sql", "create table schools (id int); select pg_sleep(0.2); insert into schools values (1)");
  const all = await Promise.all([1, 2, 3, 4].map(() => migrate(url, { folder })));
  expect(all.flatMap(({ applied }) => applied)).toEqual(["0000_slow"]);
  expect(await count("schools")).toBe(1);
});

it("refuses a file that was changed after it was applied, and changes nothing", async () => {
  await write("0000_first.sql", "create table schools (id int)");
  await migrate(url, { folder });
  await write("0000_first.sql", "create table schools (id bigint)");
  await write("0001_second.sql", "create table teams (id int)");
  await expect(migrate(url, { folder })).rejects.toEqual(refusal("changed"));
  await expect(count("teams")).rejects.toThrow("does not exist");
});

it("does not mind other line ends in a file", async () => {
  await write("0000_first.sql", "create table schools (\nid int)");
  await migrate(url, { folder });
  await write("0000_first.sql", "create table schools (\r\nid int)");
  expect(await migrate(url, { folder })).toEqual({ applied: [], unknown: [] });
});

it("refuses a database that a newer release has changed", async () => {
  await write("0000_first.sql", "create table schools (id int)");
  await write("0001_second.sql", "create table teams (id int)");
  await migrate(url, { folder });
  await rm(join(folder, "0001_second.sql"));
  await expect(migrate(url, { folder })).rejects.toEqual(refusal("database-newer"));
});

it("lets an older release start again when what the newer one did is marked as additive, and says what that was", async () => {
  await write("0000_first.sql", "create table schools (id int)");
  await write("0001_second.sql", "-- additive: a new table, nobody of before reads it\ncreate table teams (id int)");
  await migrate(url, { folder });
  await rm(join(folder, "0001_second.sql"));
  expect(await migrate(url, { folder })).toEqual({ applied: [], unknown: ["0001_second"] });
  await write("0001_other.sql", "create table teams (id int)");
  await expect(migrate(url, { folder })).rejects.toEqual(refusal("out-of-order"));
});

it("refuses a new file with a number from before the last applied one", async () => {
  await write("0001_second.sql", "create table teams (id int)");
  await migrate(url, { folder });
  await write("0000_first.sql", "create table schools (id int)");
  await expect(migrate(url, { folder })).rejects.toEqual(refusal("out-of-order"));
  await expect(count("schools")).rejects.toThrow("does not exist");
});

it("keeps nothing of a migration that fails halfway, and the ones before it whole", async () => {
  await write("0000_first.sql", "create table schools (id int)");
  await write("0001_second.sql", "insert into schools values (1); insert into nowhere values (1)");
  const error = await migrate(url, { folder }).catch((caught: unknown) => caught);
  expect(error).toEqual(refusal("failed"));
  expect((error as MigrationError).message).toContain('relation "nowhere" does not exist');
  expect(await count("schools")).toBe(0);
  await write("0001_second.sql", "insert into schools values (1)");
  expect(await migrate(url, { folder })).toEqual({ applied: ["0001_second"], unknown: [] });
});

it("gives the lock back after a failure, and the connection as it was", async () => {
  await write("0000_first.sql", "create tabel schools (id int)");
  const one = openDatabase(url, { max: 1, statementTimeoutMs: 1234 });
  await expect(migrate(one.sql, { folder })).rejects.toBeInstanceOf(MigrationError);
  expect(await one.sql`show statement_timeout`).toEqual([{ statement_timeout: "1234ms" }]);
  await write("0000_first.sql", "create table schools (id int)");
  expect(await migrate(url, { folder })).toEqual({ applied: ["0000_first"], unknown: [] });
  await one.close();
});

it.each([["0000_First.sql"], ["first.sql"], ["00_first.sql"]])(
  "refuses a file named %s rather than to skip it",
  async (file) => {
    await write(file, "create table schools (id int)");
    await expect(migrate(url, { folder })).rejects.toEqual(refusal("files"));
  },
);

it("refuses two files with one number, and a folder that is not there", async () => {
  await write("0000_first.sql", "create table schools (id int)");
  await write("0000_other.sql", "create table teams (id int)");
  await expect(migrate(url, { folder })).rejects.toEqual(refusal("files"));
  await expect(migrate(url, { folder: join(folder, "nowhere") })).rejects.toEqual(refusal("files"));
});

import { randomBytes } from "node:crypto";
import { eq, sql as statement } from "drizzle-orm";
import { customType, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { forgetfulSettings } from "#db/server-facts.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const samples = pgTable("samples", {
  id: integer("id").primaryKey(),
  name: text("name"),
  at: timestamp("at", { withTimezone: true }),
  facts: jsonb("facts"),
  bytes: bytea("bytes"),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`create table samples (id int primary key, name text, at timestamptz, facts jsonb, bytes bytea)`;
});
afterAll(() => database.close());

const sample = {
  id: 1,
  name: "Lotte",
  at: new Date("2026-09-01T06:30:00.123Z"),
  facts: { words: ["één", null] },
  bytes: new Uint8Array([0, 1, 254, 255]),
};

it("gives the same times, JSON and bytes by Drizzle and by plain SQL, whichever wrote them", async () => {
  const { db, sql } = database;
  await db.insert(samples).values(sample);
  const { name, at, facts, bytes } = sample;
  await sql`insert into samples values (2, ${name}, ${at}, ${sql.json(facts)}, ${bytes})`;
  const expected = [sample, { ...sample, id: 2 }];
  expect(await db.select().from(samples).orderBy(samples.id)).toEqual(expected);
  expect([...(await sql`select * from samples order by id`)]).toEqual(expected);
});

it("gives bytes that own exactly their memory", async () => {
  const bytes = new Uint8Array(randomBytes(70_000));
  const [row] = await database.sql<{ bytes: Uint8Array }[]>`select ${bytes.subarray(1)}::bytea as bytes`;
  expect(row!.bytes.constructor).toBe(Uint8Array);
  expect(row!.bytes.buffer.byteLength).toBe(69_999);
  expect(row!.bytes).toEqual(bytes.subarray(1));
});

it("leaves a calendar day the day it is", async () => {
  expect(await database.sql`select date '2026-03-29' as day`).toEqual([{ day: "2026-03-29" }]);
});

it("takes the pool and a transaction alike, and rolls back what throws", async () => {
  const { db } = database;
  const rename = (within: Database, name: string) => within.update(samples).set({ name }).where(eq(samples.id, 1));
  await db.transaction(async (tx) => {
    await rename(tx, "outer");
    await expect(
      tx.transaction(async (inner) => {
        await rename(inner, "inner");
        throw new Error("not this");
      }),
    ).rejects.toThrow("not this");
  });
  expect((await db.select({ name: samples.name }).from(samples).where(eq(samples.id, 1)))[0]?.name).toBe("outer");
});

it("prepares Drizzle's statements, inside transactions too, but not the very long ones", async () => {
  const { db, close } = openDatabase(database.url, { max: 1 });
  const prepared = async () =>
    (
      await db.execute(
        statement`select count(*)::int as n from pg_prepared_statements where statement like '%samples%'`,
      )
    )[0]?.n;
  for (let id = 0; id < 3; id++) await db.select().from(samples).where(eq(samples.id, id));
  expect(await prepared()).toBe(1);
  await db.transaction((tx) => tx.update(samples).set({ name: "x" }).where(eq(samples.id, 9)));
  expect(await prepared()).toBe(2);
  await db.insert(samples).values(Array.from({ length: 30 }, (_, i) => ({ ...sample, id: 100 + i })));
  expect(await prepared()).toBe(2);
  await close();
});

it("names itself, works in UTC, and cuts off a statement that takes too long", async () => {
  const { sql, close } = openDatabase(database.url, { max: 1, statementTimeoutMs: 50 });
  expect(await sql`select current_setting('application_name') as name, current_setting('TimeZone') as zone`).toEqual([
    { name: "leerlus", zone: "UTC" },
  ]);
  await expect(sql`select pg_sleep(5)`).rejects.toMatchObject({ code: "57014" });
  await close();
});

it("never opens more connections than it may", async () => {
  const { sql, close } = openDatabase(database.url, { max: 3 });
  const pids = await Promise.all(
    Array.from({ length: 12 }, async () => (await sql`select pg_backend_pid() as pid, pg_sleep(0.01)`)[0]?.pid),
  );
  expect(new Set(pids).size).toBe(3);
  await close();
});

it("looks for a database that went away within a second, however many connections found none (T76)", async () => {
  const { sql, close } = openDatabase(database.url);
  const { backoff } = sql.options;
  for (const failures of [0, 1, 10, 1_000]) expect(typeof backoff === "function" && backoff(failures)).toBeLessThan(1);
  await close();
});

it("waits for the disk at every commit, also where the database says otherwise (T77)", async () => {
  const { sql, url } = database;
  const [{ name }] = await sql<[{ name: string }]>`select current_database() as name`;
  await sql`alter database ${sql(name)} set synchronous_commit = off`;
  const other = openDatabase(url, { max: 3 });
  const asked = await Promise.all([1, 2, 3].map(() => other.sql`show synchronous_commit`));
  await other.close();
  expect(asked.map(([row]) => row)).toEqual(Array(3).fill({ synchronous_commit: "on" }));
});

it("knows what its server would forget in a power cut (T77)", async () => {
  // As the test clusters are, unless somebody brought one.
  const [fsync] = await database.sql<{ setting: string }[]>`select setting from pg_settings where name = 'fsync'`;
  const forgetful = await forgetfulSettings(database.sql);
  expect(forgetful.includes("fsync")).toBe(fsync?.setting === "off");
});

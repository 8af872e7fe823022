import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readRightsChanges } from "#db/rights/changes.ts";
import { transact } from "#server/context.ts";
import { addPersonRow, type TestContext, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { endAllSessions, endSession, forgetCookie, liveAuthentication, readSession, startSession } from "./sessions.ts";

const HOUR = 60;

let database: TestDatabase;
let anna: string;
let ctx: TestContext;

beforeAll(async () => {
  database = await testDatabase();
  anna = await addPersonRow(database.db, "Anna Wouters");
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql`delete from sessions`;
  ctx = testContext(database.db);
});

const pairOf = (setCookie: string) => setCookie.split(";", 1)[0]!;
const start = async () => pairOf((await startSession(ctx, anna)).cookie);
const rows = () => database.sql<{ id: string; expires_at: Date; ends_at: Date }[]>`select * from sessions`;

test("the cookie opens the session of its person", async () => {
  const session = await readSession(ctx, await start());
  expect(session?.person).toEqual({ id: anna, name: "Anna Wouters", language: "nl" });
  expect(session?.expiresAt).toEqual(new Date("2026-10-05T20:00:00Z"));
});

describe("the cookie", () => {
  test("belongs to this host alone, is unreadable for scripts, and dies with the browser", async () => {
    const { cookie } = await startSession(ctx, anna);
    expect(cookie).toMatch(/^__Host-leerlus=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax; Secure$/);
  });

  test("has a plain name on http, where browsers refuse the other", async () => {
    const { cookie } = await startSession({ ...ctx, publicUrl: "http://localhost:3000" }, anna);
    expect(cookie).toMatch(/^leerlus=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax$/);
  });

  test("is taken back by one that is empty and over", () => {
    expect(forgetCookie(ctx)).toBe("__Host-leerlus=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure");
  });

  test.each([
    null,
    "",
    "__Host-leerlus=",
    "__Host-leerlus=%",
    "other=%E0%A4%A; __Host-leerlus=zz",
    `__Host-leerlus=${"a".repeat(40)}`,
    `__Host-leerlus=${"a".repeat(10_000)}`,
    `leerlus=${"a".repeat(40)}`,
  ])("is nothing when it is %j", async (header) => expect(await readSession(ctx, header)).toBeNull());

  test("is found beside a foreign cookie that cannot be decoded", async () => {
    expect(await readSession(ctx, `broken=%E0%A4%A; ${await start()}`)).not.toBeNull();
  });
});

test("T30: a dump of the table gives no valid cookie", async () => {
  const token = (await start()).split("=")[1]!;
  const [row] = await rows();
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row!.id).toMatch(/^[0-9a-f]{64}$/);
  expect(await readSession(ctx, `__Host-leerlus=${row!.id}`)).toBeNull();
});

test("T29: every start gives a new token", async () => {
  expect(await start()).not.toBe(await start());
});

describe("T30: the end of a session", () => {
  test("comes after twelve hours without activity", async () => {
    const cookie = await start();
    ctx.wait(12 * HOUR - 1);
    expect(await readSession(ctx, cookie, { idle: true })).not.toBeNull();
    ctx.wait(2);
    expect(await readSession(ctx, cookie)).toBeNull();
    expect(await rows()).toEqual([]);
  });

  test("is put off by activity, a minute before it as well as an hour after the start", async () => {
    const cookie = await start();
    for (const pause of [HOUR, 12 * HOUR - 1, 12 * HOUR - 1]) {
      ctx.wait(pause);
      expect(await readSession(ctx, cookie)).not.toBeNull();
    }
  });

  test("is not put off by a socket that asks again by itself", async () => {
    const cookie = await start();
    ctx.wait(11 * HOUR);
    expect(await liveAuthentication(ctx)(cookie)).toMatchObject({ personId: anna, name: "Anna Wouters" });
    ctx.wait(HOUR + 1);
    expect(await liveAuthentication(ctx)(cookie)).toBeNull();
  });

  test("comes after seven days, however active", async () => {
    const cookie = await start();
    for (let hours = 0; hours < 7 * 24 - 1; hours += 1) {
      ctx.wait(HOUR);
      expect((await readSession(ctx, cookie))?.expiresAt.getTime()).toBeLessThanOrEqual(
        new Date("2026-10-12T08:00:00Z").getTime(),
      );
    }
    ctx.wait(HOUR + 1);
    expect(await readSession(ctx, cookie)).toBeNull();
  });

  test("after seven days does not depend on what else the row says", async () => {
    const cookie = await start();
    await database.sql`update sessions set expires_at = ends_at + interval '30 days'`;
    expect((await readSession(ctx, cookie))?.expiresAt).toEqual(new Date("2026-10-12T08:00:00Z"));
    ctx.wait(7 * 24 * HOUR);
    expect(await readSession(ctx, cookie)).toBeNull();
  });

  test("is written down at most every ten minutes", async () => {
    const cookie = await start();
    const before = (await rows())[0]!.expires_at;
    ctx.wait(9);
    await readSession(ctx, cookie);
    expect((await rows())[0]!.expires_at).toEqual(before);
    ctx.wait(1);
    await readSession(ctx, cookie);
    expect((await rows())[0]!.expires_at.getTime() - before.getTime()).toBe(10 * 60_000);
  });
});

test("a person whose account is closed has no session", async () => {
  const bram = await addPersonRow(database.db, "Bram Claes");
  const cookie = pairOf((await startSession(ctx, bram)).cookie);
  await database.sql`update people set disabled_at = now() where id = ${bram}`;
  expect(await readSession(ctx, cookie)).toBeNull();
});

test("ending one session closes its sockets and leaves the others", async () => {
  const [one, other] = [await start(), await start()];
  const { sessionId } = (await readSession(ctx, one))!;
  await transact(ctx, (tx) => endSession(tx, sessionId));
  expect(await readSession(ctx, one)).toBeNull();
  expect(await readSession(ctx, other)).not.toBeNull();
  expect(ctx.told.recheck).toEqual([{ personId: anna, sessionId }]);
  expect((await readRightsChanges(database.sql, 0)).changes.at(-1)).toEqual({ personId: anna, sessionId });
});

test("ending all sessions can leave the one at hand", async () => {
  const cookies = [await start(), await start(), await start()];
  const kept = (await readSession(ctx, cookies[1]))!.sessionId;
  expect(await transact(ctx, (tx) => endAllSessions(tx, anna, kept))).toBe(2);
  const left = await Promise.all(cookies.map((cookie) => readSession(ctx, cookie)));
  expect(left.map((session) => session?.sessionId)).toEqual([undefined, kept, undefined]);
  expect(ctx.told.recheck).toHaveLength(2);
});

test("a session that a rolled-back write ended goes on", async () => {
  const cookie = await start();
  const { heard } = await readRightsChanges(database.sql, 0);
  const failing = transact(ctx, async (tx) => {
    await endAllSessions(tx, anna);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await readSession(ctx, cookie)).not.toBeNull();
  expect((await readRightsChanges(database.sql, heard)).changes).toEqual([]);
  expect(ctx.told.recheck).toEqual([]);
});

import * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Sql } from "#db/client.ts";
import { addPersonRow, type TestContext, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { whileHeld } from "#tests/support/while-held.ts";
import { hashPassword, readSession, signIn, signOut, signOutEverywhere } from "./index.ts";
import { countTry, forgetTries, type Try } from "./sign-in-limits.ts";

// Test files share what is loaded: what another one loaded holds the real thing already.
vi.hoisted(() => vi.resetModules());

// The real thing, counted: equal work is what makes answers take equally long, and it can be counted where time cannot.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});
const verify = vi.mocked(argon2.verify);

const PASSWORD = "drie koffie om 8u";
const EMAIL = "anna.wouters@school.example";

let database: TestDatabase;
let anna: string;
let ctx: TestContext;

beforeAll(async () => {
  database = await testDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  anna = await addPersonRow(database.db, "Anna Wouters", { passwordHash });
  await addPersonRow(database.db, "Bram Claes", { passwordHash, disabledAt: new Date() });
  await addPersonRow(database.db, "Sofie Maes");
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql`delete from sign_in_attempts`;
  await database.sql`delete from sessions`;
  ctx = testContext(database.db);
  verify.mockClear();
});

const visit = (clientIp = "192.0.2.1", session: { sessionId: string } | null = null) => ({ clientIp, session });
const wrong = (email: string, clientIp?: string) =>
  signIn(ctx, { email, password: "een verkeerd wachtwoord" }, visit(clientIp)).catch((failure) => failure);
const right = (clientIp?: string) => signIn(ctx, { email: EMAIL, password: PASSWORD }, visit(clientIp));
const pairOf = (setCookie: string) => setCookie.split(";", 1)[0]!;

describe("a right answer", () => {
  test("starts a session and is in the audit trail", async () => {
    const { cookie, personId } = await right();
    expect(personId).toBe(anna);
    expect((await readSession(ctx, pairOf(cookie)))?.person.id).toBe(anna);
    const [last] = await database.sql`select type, actor_id from events order by id desc limit 1`;
    expect(last).toEqual({ type: "session.started", actor_id: anna });
  });

  test("does not mind capitals and spaces around the address, and minds them in the password", async () => {
    await signIn(ctx, { email: ` ${EMAIL.toUpperCase()} `, password: PASSWORD }, visit());
    await expect(signIn(ctx, { email: EMAIL, password: ` ${PASSWORD}` }, visit())).rejects.toThrow("invalid");
  });

  test.each([
    ["another password is chosen", (tx: Sql) => tx`update people set password_hash = 'another' where id = ${anna}`],
    ["the account is closed", (tx: Sql) => tx`update people set disabled_at = now() where id = ${anna}`],
  ])("T30: opens nothing when %s while it is being checked", async (_, change) => {
    const [before] = await database.sql`select password_hash from people where id = ${anna}`;
    const [outcome] = await whileHeld(database, change, [() => right()]);
    await database.sql`
      update people set password_hash = ${before?.password_hash}, disabled_at = null where id = ${anna}`;
    expect(outcome).toMatchObject({ status: "rejected", reason: { kind: "invalid" } });
    expect(await database.sql`select 1 from sessions`).toHaveLength(0);
  });

  test("T29: ends the session that this browser had, whoever's it was", async () => {
    const before = pairOf((await right()).cookie);
    const { sessionId } = (await readSession(ctx, before))!;
    const after = pairOf(
      (await signIn(ctx, { email: EMAIL, password: PASSWORD }, visit("192.0.2.1", { sessionId }))).cookie,
    );
    expect(await readSession(ctx, before)).toBeNull();
    expect(await readSession(ctx, after)).not.toBeNull();
    expect(ctx.told.recheck).toEqual([{ personId: anna, sessionId }]);
    const trail = await database.sql`select type, actor_id, data from events order by id desc limit 2`;
    expect(trail).toEqual([
      { type: "session.started", actor_id: anna, data: {} },
      { type: "session.ended", actor_id: anna, data: { why: "replaced", personId: anna } },
    ]);
  });
});

test("T36: every wrong answer is the same answer, for the same work", async () => {
  const answers = [];
  for (const who of [EMAIL, "nobody@school.example", "bram.claes@school.example", "sofie.maes@school.example"]) {
    verify.mockClear();
    const { kind, reason, fields, details } = await wrong(who);
    const [hash] = verify.mock.calls[0]!;
    const { memoryCost, timeCost, parallelism } = argon2.parseOptions(hash as string);
    answers.push({
      kind,
      reason,
      fields,
      details,
      verifications: verify.mock.calls.length,
      memoryCost,
      timeCost,
      parallelism,
    });
  }
  expect(answers[0]).toMatchObject({ reason: "invalid-input", fields: { form: "wrong-sign-in" }, verifications: 1 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("a closed account stays closed for its own password, which is told that it is", async () => {
  const attempt = signIn(ctx, { email: "bram.claes@school.example", password: PASSWORD }, visit());
  await expect(attempt).rejects.toMatchObject({ fields: { form: "account-closed" } });
});

describe("T37: guessing", () => {
  test("gets ten tries on one account in ten minutes, from wherever", async () => {
    for (let index = 0; index < 10; index += 1) expect((await wrong(EMAIL, `192.0.2.${index}`)).kind).toBe("invalid");
    verify.mockClear();
    const refused = await wrong(EMAIL, "192.0.2.99");
    expect(refused).toMatchObject({ kind: "too-many", details: { count: 10, retryAfterSeconds: 600 } });
    await expect(right("192.0.2.100")).rejects.toMatchObject({ kind: "too-many" });
    expect(verify).not.toHaveBeenCalled();
  });

  test("is counted also when the tries come at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => wrong(EMAIL, `198.51.100.${index}`)));
    expect(answers.filter(({ kind }) => kind === "invalid")).toHaveLength(10);
  });

  test("on an address without an account is refused in the same way", async () => {
    for (let index = 0; index < 10; index += 1) await wrong("nobody@school.example");
    expect(await wrong("nobody@school.example")).toMatchObject({ kind: "too-many", reason: "too-many-tries" });
  });

  test("keeps nobody else out once the address it comes from is refused", async () => {
    const tryOn = (aim: string) => countTry(ctx, { use: "sign-in", aim, clientIp: "192.0.2.66" }).catch(() => {});
    for (let index = 0; index < 100; index += 1) await tryOn(`nobody${index}@school.example`);
    for (let index = 0; index < 11; index += 1) await tryOn(EMAIL);
    expect((await right("192.0.2.100")).personId).toBe(anna);
  });

  test("does not shut the owner out for longer by going on", async () => {
    for (let index = 0; index < 15; index += 1) await wrong(EMAIL);
    ctx.wait(9);
    await wrong(EMAIL);
    ctx.wait(1);
    expect((await right()).personId).toBe(anna);
  });

  const aimed = (aim: string, clientIp: string): Try => ({ use: "sign-in", aim, clientIp });

  test("by many names from one network address is slowed, and IPv6 neighbours are one", async () => {
    for (let index = 0; index < 100; index += 1) await countTry(ctx, aimed(`name${index}`, `2001:db8:1:2::${index}`));
    await expect(countTry(ctx, aimed("name100", "2001:db8:1:2:ffff::1"))).rejects.toMatchObject({ kind: "too-many" });
    await countTry(ctx, aimed("name101", "2001:db8:1:3::1"));
  });

  test("is not what a school does that signs in behind one address", async () => {
    for (let index = 0; index < 150; index += 1) {
      const attempt = aimed(`teacher${index}`, "203.0.113.7");
      await countTry(ctx, attempt);
      await forgetTries(ctx, attempt);
    }
    await countTry(ctx, aimed("one more", "203.0.113.7"));
  });

  test("is forgotten after a right answer", async () => {
    for (let index = 0; index < 9; index += 1) await wrong(EMAIL);
    await right();
    for (let index = 0; index < 10; index += 1) expect((await wrong(EMAIL)).kind).toBe("invalid");
  });

  test("leaves no list of addresses behind", async () => {
    await wrong(EMAIL);
    const rows = await database.sql`select key from sign_in_attempts`;
    expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0/);
  });
});

test.each([
  [{}, { email: "required", password: "required" }],
  [{ email: "anna", password: "x" }, { email: "not-an-address" }],
  [{ email: ["a@b.be", "c@d.be"], password: "x" }, { email: "required" }],
  [{ email: EMAIL, password: "x".repeat(201) }, { password: "too-long" }],
  [{ email: `${EMAIL}\u0000`, password: "x" }, { email: "not-an-address" }],
])("what is no sign-in at all says so: %j", async (raw, fields) => {
  await expect(signIn(ctx, raw, visit())).rejects.toMatchObject({ kind: "invalid", fields });
});

test("signing out ends the session and forgets the cookie, and needs no session to do so", async () => {
  const cookie = pairOf((await right()).cookie);
  const session = await readSession(ctx, cookie);
  expect((await signOut(ctx.as(anna), session)).cookie).toContain("Max-Age=0");
  expect(await readSession(ctx, cookie)).toBeNull();
  expect((await signOut(ctx, null)).cookie).toContain("Max-Age=0");
});

test("signing out everywhere ends every session", async () => {
  const cookies = [pairOf((await right()).cookie), pairOf((await right()).cookie)];
  await signOutEverywhere(ctx.as(anna));
  expect(await Promise.all(cookies.map((cookie) => readSession(ctx, cookie)))).toEqual([null, null]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addPersonRow, type TestContext, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import {
  askPasswordReset,
  changePassword,
  changeProfile,
  hashPassword,
  isResetLinkOpen,
  readAccount,
  readSession,
  resetPassword,
  signIn,
} from "./index.ts";

const OLD = "drie koffie om 8u";
const NEW = "de klas na de bel";
const EMAIL = "anna.wouters@school.example";

let database: TestDatabase;
let oldHash: string;
let anna: string;
let ctx: TestContext;

beforeAll(async () => {
  database = await testDatabase();
  oldHash = await hashPassword(OLD);
  anna = await addPersonRow(database.db, "Anna Wouters", { passwordHash: oldHash });
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql`delete from sign_in_attempts`;
  await database.sql`delete from sessions`;
  await database.sql`delete from password_resets`;
  await database.sql`delete from mails`;
  await database.sql`update people set password_hash = ${oldHash}, disabled_at = null`;
  ctx = testContext(database.db);
});

const visit = { clientIp: "192.0.2.1", session: null };
const pairOf = (setCookie: string) => setCookie.split(";", 1)[0]!;
const enter = async (password = OLD) => pairOf((await signIn(ctx, { email: EMAIL, password }, visit)).cookie);

describe("changing one's password", () => {
  test("ends every other session, and the old password with them", async () => {
    const [here, elsewhere] = [await enter(), await enter()];
    const session = await readSession(ctx, here);
    await changePassword(ctx.as(anna), { current: OLD, password: NEW }, { ...visit, session });
    expect(await readSession(ctx, here)).not.toBeNull();
    expect(await readSession(ctx, elsewhere)).toBeNull();
    expect(ctx.told.recheck).toHaveLength(1);
    const trail = await database.sql`select type from events where actor_id = ${anna} order by id desc limit 2`;
    expect(trail.map(({ type }) => type)).toEqual(["session.ended", "password.changed"]);
    await expect(enter(OLD)).rejects.toMatchObject({ fields: { form: "wrong-sign-in" } });
    await enter(NEW);
  });

  test("asks for the present one, and counts the guesses", async () => {
    const guess = () => changePassword(ctx.as(anna), { current: "geraden woord", password: NEW }, visit);
    for (let index = 0; index < 10; index += 1) {
      await expect(guess()).rejects.toMatchObject({ kind: "invalid", fields: { current: "wrong-password" } });
    }
    await expect(guess()).rejects.toMatchObject({ kind: "too-many" });
    await enter(OLD);
  });

  test.each([
    ["kort", "too-short"],
    ["Wachtwoord2026", "too-obvious"],
    ["anna.wouters", "like-the-address"],
  ])("to %j is refused as %s", async (password, reason) => {
    const change = changePassword(ctx.as(anna), { current: OLD, password }, visit);
    await expect(change).rejects.toMatchObject({ fields: { password: reason } });
  });

  test("twice at once succeeds once", async () => {
    const change = (password: string) => changePassword(ctx.as(anna), { current: OLD, password }, visit);
    const outcomes = await Promise.allSettled([change("de eerste keuze"), change("de tweede keuze")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is for who is signed in", async () => {
    await expect(changePassword(ctx, { current: OLD, password: NEW }, visit)).rejects.toThrow("signed-out");
  });
});

describe("T42: a reset link", () => {
  const ask = async (email = EMAIL) => (await askPasswordReset(ctx, { email }, visit)).written;
  const mailed = async () => {
    const [mail] = await database.sql<{ to: string; text: string }[]>`select * from mails order by id desc limit 1`;
    return { to: mail?.to, token: mail?.text.match(/\/wachtwoord\/([\w-]{43})/)?.[1] };
  };
  const linkFor = async () => {
    await ask();
    return (await mailed()).token!;
  };
  const over = { kind: "conflict", reason: "reset-link-over" };

  test("sets a new password once and ends all sessions", async () => {
    const before = await enter();
    const token = await linkFor();
    expect((await mailed()).to).toBe(EMAIL);
    await resetPassword(ctx, { token, password: NEW }, visit);
    expect(await readSession(ctx, before)).toBeNull();
    await enter(NEW);
    await expect(resetPassword(ctx, { token, password: "nog een ander" }, visit)).rejects.toMatchObject(over);
  });

  test("is kept as a hash only", async () => {
    const token = await linkFor();
    expect(JSON.stringify(await database.sql`select * from password_resets`)).not.toContain(token);
  });

  test("can be looked at without being used up", async () => {
    const token = await linkFor();
    expect([await isResetLinkOpen(ctx, token), await isResetLinkOpen(ctx, token)]).toEqual([true, true]);
    await resetPassword(ctx, { token, password: NEW }, visit);
    expect(await isResetLinkOpen(ctx, token)).toBe(false);
  });

  test("works for half an hour", async () => {
    const token = await linkFor();
    ctx.wait(30);
    await expect(resetPassword(ctx, { token, password: NEW }, visit)).rejects.toMatchObject(over);
  });

  test("dies when a second one is asked for", async () => {
    const first = await linkFor();
    const second = await linkFor();
    await expect(resetPassword(ctx, { token: first, password: NEW }, visit)).rejects.toMatchObject(over);
    await resetPassword(ctx, { token: second, password: NEW }, visit);
  });

  test("dies when the password is changed otherwise", async () => {
    const token = await linkFor();
    await changePassword(ctx.as(anna), { current: OLD, password: NEW }, visit);
    await expect(resetPassword(ctx, { token, password: "nog een ander" }, visit)).rejects.toMatchObject(over);
  });

  test("is worth nothing once the account is closed, and is not sent then", async () => {
    const token = await linkFor();
    await database.sql`update people set disabled_at = now() where id = ${anna}`;
    await expect(resetPassword(ctx, { token, password: NEW }, visit)).rejects.toMatchObject(over);
    await database.sql`delete from mails`;
    await ask();
    expect((await mailed()).to).toBeUndefined();
  });

  test.each(["last character", "nothing", "a list"])("with %s changed is refused", async (how) => {
    const token = await linkFor();
    const last = token.endsWith("A") ? "B" : "A";
    const bad = { "last character": token.slice(0, -1) + last, nothing: "", "a list": [token] }[how];
    await expect(resetPassword(ctx, { token: bad, password: NEW }, visit)).rejects.toThrow();
    await enter(OLD);
  });

  test("used by two at once works for one", async () => {
    const token = await linkFor();
    const use = (password: string) => resetPassword(ctx, { token, password }, visit);
    const outcomes = await Promise.allSettled([use("de eerste keuze"), use("de tweede keuze")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("survives a password that is refused", async () => {
    const token = await linkFor();
    const refused = resetPassword(ctx, { token, password: "kort" }, visit);
    await expect(refused).rejects.toMatchObject({ fields: { password: "too-short" } });
    await resetPassword(ctx, { token, password: NEW }, visit);
  });

  test("T36: is asked for in the same way by who has no account, and nothing is sent", async () => {
    await ask("nobody@school.example");
    expect((await mailed()).to).toBeUndefined();
  });

  test("is sent three times in ten minutes at most", async () => {
    for (let index = 0; index < 3; index += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ kind: "too-many" });
  });

  test("lets the owner in while somebody guesses at the account", async () => {
    const guess = () => signIn(ctx, { email: EMAIL, password: "een verkeerd woord" }, visit).catch(({ kind }) => kind);
    for (let index = 0; index < 11; index += 1) await guess();
    expect(await guess()).toBe("too-many");
    await resetPassword(ctx, { token: await linkFor(), password: NEW }, visit);
    await enter(NEW);
  });
});

describe("one's own account", () => {
  test("shows name, address, language and roles, and nothing else of the row", async () => {
    expect(await readAccount(ctx.as(anna))).toEqual({
      person: { id: anna, name: "Anna Wouters", email: EMAIL, language: "nl" },
      roles: { organisations: [], teams: [], projects: [] },
    });
  });

  test("takes another name and language, and no field more (T48)", async () => {
    const raw = { name: "  Anna De Smet ", language: "en", email: "evil@school.example", id: "x", disabledAt: "x" };
    await changeProfile(ctx.as(anna), raw);
    const { person } = await readAccount(ctx.as(anna));
    expect(person).toEqual({ id: anna, name: "Anna De Smet", email: EMAIL, language: "en" });
  });

  test.each(["", "   ", "a\nb", "a\u202eb", "x".repeat(121)])("does not take %j as a name", async (name) => {
    await expect(changeProfile(ctx.as(anna), { name, language: "nl" })).rejects.toMatchObject({ kind: "invalid" });
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endMembership } from "#server/organisations/index.ts";
import { addOrganisationRow, addPersonRow, makeMember, type TestContext, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import {
  askPasswordReset,
  changeProfile,
  disablePerson,
  enablePerson,
  hashPassword,
  listUnplacedPeople,
  readSession,
  signIn,
} from "./index.ts";

const PASSWORD = "drie koffie om 8u";
const EMAIL = "bram.claes@school.example";

let database: TestDatabase;
let ctx: TestContext;
let centre: string;
let [fatima, joke, bram, nadia] = ["", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  centre = await addOrganisationRow(db, "Kenniscentrum", "knowledge-centre");
  const school = await addOrganisationRow(db, "De Kiem");
  fatima = await addPersonRow(db, "Fatima Amrani");
  joke = await addPersonRow(db, "Joke Peeters");
  bram = await addPersonRow(db, "Bram Claes", { passwordHash: await hashPassword(PASSWORD) });
  nadia = await addPersonRow(db, "Nadia Haddad");
  await makeMember(db, fatima, centre, "staff");
  await makeMember(db, bram, school, "teacher");
  await makeMember(db, nadia, school, "principal");
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql`delete from sign_in_attempts`;
  await database.sql`delete from sessions`;
  await database.sql`update people set disabled_at = null`;
  await database.sql`delete from memberships where person_id = ${joke}`;
  ctx = testContext(database.db);
});

const visit = { clientIp: "192.0.2.1", session: null };
const enter = (password = PASSWORD) => signIn(ctx, { email: EMAIL, password }, visit);
const lastEvents = (count: number) =>
  database.sql`select type, actor_id as by, data from events order by id desc limit ${count}`;

test("closing an account ends every session at once and tells the sockets, and the trail says who did it", async () => {
  const cookie = (await enter()).cookie.split(";", 1)[0];
  const { sessionId } = (await readSession(ctx, cookie))!;
  await disablePerson(ctx.as(fatima), { personId: bram });
  expect(await readSession(ctx, cookie)).toBeNull();
  expect(ctx.told.recheck).toEqual([{ personId: bram, sessionId }, { personId: bram }]);
  expect(await lastEvents(1)).toEqual([{ type: "person.disabled", by: fatima, data: { personId: bram } }]);
});

test("who has the right password of a closed account is told so, and who guesses is not", async () => {
  await disablePerson(ctx.as(fatima), { personId: bram });
  await expect(enter()).rejects.toMatchObject({ fields: { form: "account-closed" } });
  await expect(enter("een verkeerd woord")).rejects.toMatchObject({ fields: { form: "wrong-sign-in" } });
  expect(await database.sql`select 1 from sessions`).toHaveLength(0);
});

test("an account that is opened again lets its owner in as before, and no old session", async () => {
  const before = (await enter()).cookie.split(";", 1)[0];
  await disablePerson(ctx.as(fatima), { personId: bram });
  await enablePerson(ctx.as(fatima), { personId: bram });
  expect(await readSession(ctx, before)).toBeNull();
  expect((await enter()).personId).toBe(bram);
  expect((await lastEvents(2))[1]).toMatchObject({ type: "person.enabled", by: fatima });
});

test("closing twice records it once", async () => {
  const closed = () => database.sql`select id from events where type = 'person.disabled'`;
  const before = (await closed()).length;
  await disablePerson(ctx.as(fatima), { personId: bram });
  await disablePerson(ctx.as(fatima), { personId: bram });
  expect(await closed()).toHaveLength(before + 1);
});

test("the last of the staff cannot be closed out or taken out; of two, the second is the last", async () => {
  const last = { kind: "conflict", reason: "last-staff" };
  await expect(disablePerson(ctx.as(fatima), { personId: fatima })).rejects.toMatchObject(last);
  await expect(endMembership(ctx.as(fatima), { organisationId: centre, personId: fatima })).rejects.toMatchObject(last);
  await makeMember(database.db, joke, centre, "staff");
  await disablePerson(ctx.as(joke), { personId: joke });
  await expect(disablePerson(ctx.as(fatima), { personId: fatima })).rejects.toMatchObject(last);
});

test("two of the staff who close each other's account at the same moment leave one", async () => {
  await makeMember(database.db, joke, centre, "staff");
  await Promise.allSettled([
    disablePerson(ctx.as(fatima), { personId: joke }),
    disablePerson(ctx.as(joke), { personId: fatima }),
  ]);
  const open = await database.sql`select id from people where id in (${fatima}, ${joke}) and disabled_at is null`;
  expect(open).toHaveLength(1);
});

test("only staff closes and opens an account; a principal does not", async () => {
  for (const who of [nadia, bram]) {
    await expect(disablePerson(ctx.as(who), { personId: bram })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(enablePerson(ctx.as(who), { personId: bram })).rejects.toMatchObject({ kind: "forbidden" });
  }
  await expect(disablePerson(ctx, { personId: bram })).rejects.toMatchObject({ kind: "signed-out" });
});

test.each(["", "geen-id", "00000000-0000-7000-8000-000000000000"])("nobody with the id %j is not found", async (id) => {
  await expect(disablePerson(ctx.as(fatima), { personId: id })).rejects.toMatchObject({ kind: "not-found" });
  await expect(enablePerson(ctx.as(fatima), { personId: id })).rejects.toMatchObject({ kind: "not-found" });
});

test("the trail tells of a changed profile and of a reset link that was asked for", async () => {
  await changeProfile(ctx.as(bram), { name: "Bram Claes", language: "nl" });
  expect(await lastEvents(1)).toEqual([{ type: "person.changed", by: bram, data: {} }]);
  await (await askPasswordReset(ctx, { email: EMAIL }, visit)).written;
  expect(await lastEvents(1)).toEqual([{ type: "password.reset-asked", by: bram, data: {} }]);
});

test("who is in no organisation any more is on a list for staff, and for nobody else", async () => {
  const names = async () =>
    (await listUnplacedPeople(ctx.as(fatima))).map(({ name, disabled }) => ({ name, disabled }));
  expect(await names()).toEqual([{ name: "Joke Peeters", disabled: false }]);
  await makeMember(database.db, joke, centre, "staff");
  expect(await names()).toEqual([]);
  await endMembership(ctx.as(fatima), { organisationId: centre, personId: joke });
  await disablePerson(ctx.as(fatima), { personId: joke });
  expect(await names()).toEqual([{ name: "Joke Peeters", disabled: true }]);
  await expect(listUnplacedPeople(ctx.as(nadia))).rejects.toMatchObject({ kind: "forbidden" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { addOrganisationRow, addPersonRow, makeMember, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { whileHeld } from "#tests/support/while-held.ts";
import { changeOrganisation } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test("two schools that take one institution number at once: one has it, the other hears it at the field", async () => {
  const { db, sql } = database;
  const ctx = testContext(db);
  const change = async (name: string) => {
    const organisationId = await addOrganisationRow(db, name);
    const principal = await addPersonRow(db, `Leiding ${name}`);
    await makeMember(db, principal, organisationId, "principal");
    return () =>
      changeOrganisation(ctx.as(principal), { organisationId, version: "1", name, institutionNumber: "123456" });
  };
  const both = [await change("De Kiem"), await change("Ter Linde")];
  const outcomes = await whileHeld(database, (tx) => tx`select 1 from organisations for update`, both);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refusals).toMatchObject([{ kind: "invalid", fields: { institutionNumber: "taken" } }]);
  expect(await sql`select 1 from organisations where institution_number = '123456'`).toHaveLength(1);
});

test("of two who change one organisation at once, the second reads what the first wrote and loses no word", async () => {
  const ctx = testContext(database.db);
  const organisationId = await addOrganisationRow(database.db, "De Kiem");
  const [lien, wim] = [await addPersonRow(database.db, "Lien Bogaert"), await addPersonRow(database.db, "Wim Maes")];
  for (const who of [lien, wim]) await makeMember(database.db, who, organisationId, "principal");
  const form = { organisationId, version: "1", name: "De Kiem", municipality: "Gent", levels: ["lager"] };
  const change = (who: string, more: object) => () => changeOrganisation(ctx.as(who), { ...form, ...more });
  const outcomes = await whileHeld(database, (tx) => tx`select 1 from organisations for update`, [
    change(lien, { name: "De Kiem Noord" }),
    change(wim, { municipality: "Aalst", levels: ["kleuter", "lager"] }),
  ]);
  const written = outcomes.findIndex(({ status }) => status === "fulfilled");
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  const theirs = [
    { name: "De Kiem Noord", municipality: "Gent", levels: ["lager"] },
    { name: "De Kiem", municipality: "Aalst", levels: ["kleuter", "lager"] },
  ][written];
  expect(refusals).toMatchObject([{ kind: "conflict", reason: "changed-meanwhile", details: { version: 2, theirs } }]);
  const ofNow = database.sql`select name, municipality, levels from organisations where id = ${organisationId}`;
  expect(await ofNow).toEqual([theirs]);
  await change(wim, { municipality: "Aalst", version: refusals[0].details.version })();
  const events = await database.sql`
    select 1 from events where organisation_id = ${organisationId} and type = 'organisation.changed'`;
  expect(events).toHaveLength(2);
});

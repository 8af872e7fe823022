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
    return () => changeOrganisation(ctx.as(principal), { organisationId, name, institutionNumber: "123456" });
  };
  const both = [await change("De Kiem"), await change("Ter Linde")];
  const outcomes = await whileHeld(database, (tx) => tx`select 1 from organisations for update`, both);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refusals).toMatchObject([{ kind: "invalid", fields: { institutionNumber: "taken" } }]);
  expect(await sql`select 1 from organisations where institution_number = '123456'`).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { tidyOutboxes } from "./index.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("the mark of a device goes after 90 days of silence, and not a day sooner", async () => {
  const { db, sql } = database;
  const ctx = testContext(db);
  const documentId = newId();
  await sql`insert into documents (id, kind, schema_version) values (${documentId}, 'phase', 1)`;
  for (const days of [89, 91])
    await sql`insert into document_sessions (document_id, person_id, session_id, saved_up_to, seen_at)
      values (${documentId}, ${newId()}, ${newId()}, ${days}, ${new Date(ctx.clock().getTime() - days * 86_400_000)})`;
  await tidyOutboxes(ctx);
  await tidyOutboxes(ctx);
  expect(await sql`select saved_up_to::int as days from document_sessions`).toEqual([{ days: 89 }]);
});

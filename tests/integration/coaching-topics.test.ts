import { afterAll, beforeAll, expect, test } from "vitest";
import { coachingTopics } from "#app/features/coaching/coaching-topics.ts";
import { liveQueries } from "#app/live/live-data.ts";
import { mayWatch } from "#server/live/index.ts";
import { viewCoaching } from "#server/overview/index.ts";
import { addProjectPerson, removeProjectPerson } from "#server/projects/index.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  makeProjectPerson,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test("the coach's open page hears of a project that is new to it, also the first, and of one that is over", async () => {
  const { db } = database;
  const service = await addOrganisationRow(db, "Dienst", "support-service");
  const [lead, coach] = [await addPersonRow(db, "Dirk Aerts"), await addPersonRow(db, "Celine Bos")];
  const base = testContext(db);
  for (const name of ["Samen lezen", "Samen rekenen"]) {
    const projectId = await addProjectRow(db, service, name);
    await makeProjectPerson(db, lead, projectId, "lead");
    const part = { projectId, personId: coach, role: "coach" };
    for (const act of [addProjectPerson, removeProjectPerson, addProjectPerson]) {
      const view = await viewCoaching(base.as(coach));
      const heard: string[] = [];
      const publish = (topics: readonly string[], keys: readonly (readonly string[])[]) => {
        // As the live channel does: a topic that is watched brings the keys, and a key brings all that begins with it.
        if (!topics.some((topic) => coachingTopics(view).includes(topic))) return;
        const { key } = liveQueries.coaching();
        if (keys.some((told) => told.every((part, index) => part === key[index]))) heard.push(name);
      };
      const ctx = base.as(lead);
      await act({ ...ctx, live: { ...ctx.live, publish } }, part);
      expect(heard).toEqual([name]);
      for (const topic of coachingTopics(await viewCoaching(base.as(coach))))
        expect(await mayWatch({ db }, coach, topic)).toBe(true);
    }
  }
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { strandsWithFigures } from "#db/toolkit/store.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { loadToolkit } from "./load-toolkit.ts";
import { viewStrand } from "./view-strand.ts";

let database: TestDatabase;
const said: object[] = [];
const log = { info: (facts: object) => void said.push(facts), warn: () => {}, error: () => {} };
const load = (into = database) => loadToolkit({ db: into.db, clock: () => new Date("2026-02-03T10:00:00Z"), log });

beforeAll(async () => {
  database = await testDatabase();
  await load();
});
beforeEach(() => void said.splice(0));
afterAll(() => database?.close());

const viewOn = (day: string, strandId = "mentoring") =>
  viewStrand({ db: database.db, clock: () => new Date(`${day}T10:00:00Z`) }, strandId, "nl");

test("the first load fills the toolkit, and a second one writes nothing", async () => {
  const fresh = await testDatabase();
  try {
    await load(fresh);
    expect(said).toEqual([{ strands: 40, texts: 80, figures: 40 }]);
    const rows = () => fresh.sql`select strand_id, language, xmin::text from strand_texts order by 1, 2`;
    const before = await rows();
    await load(fresh);
    expect(said).toHaveLength(1);
    expect(await rows()).toEqual(before);
  } finally {
    await fresh.close();
  }
});

test("loads of several nodes at once end with one toolkit", async () => {
  const fresh = await testDatabase();
  try {
    await Promise.all([load(fresh), load(fresh), load(fresh)]);
    expect(await fresh.sql`select count(*)::int as n from strand_figures`).toEqual([{ n: 40 }]);
  } finally {
    await fresh.close();
  }
});

test("a text that differs from the release is brought back, and figures that are there are never touched", async () => {
  await database.sql`update strand_texts set what = 'oud' where strand_id = 'feedback' and language = 'nl'`;
  await database.sql`update strand_figures set impact_months = 7 where strand_id = 'feedback'`;
  await load();
  expect(said).toEqual([{ strands: 0, texts: 1, figures: 0 }]);
  const { strand } = await viewOn("2026-02-03", "feedback");
  expect(strand).toMatchObject({ impactMonths: 7, what: expect.stringContaining("informatie") });
});

test("TK2 a strand shows the version that holds on the day of asking, and what that version changed", async () => {
  await database.sql`
    insert into strand_figures
      (id, strand_id, impact_months, cost, evidence_strength, edition, source_url, verified, valid_from, entered_at)
    values (gen_random_uuid(), 'mentoring', null, 3, 4, 2026, 'https://example.org', true, '2026-09-01', now())`;
  const before = await viewOn("2026-08-31");
  expect(before.strand).toMatchObject({ impactMonths: 2, evidenceStrength: 3, edition: 2021 });
  expect(before.versions).toHaveLength(1);
  const after = await viewOn("2026-09-01");
  expect(after.strand).toMatchObject({ impactMonths: null, evidenceStrength: 4, edition: 2026 });
  expect(after.versions.map(({ edition, changes }) => [edition, changes])).toEqual([
    [
      2026,
      [
        { field: "impactMonths", from: 2, to: null },
        { field: "evidenceStrength", from: 3, to: 4 },
      ],
    ],
    [2021, []],
  ]);
});

test("sentences about the shipped edition are not shown beside figures of another", async () => {
  expect((await viewOn("2026-02-03", "homework")).strand.behindTheAverage).toHaveLength(2);
  await database.sql`
    insert into strand_figures
      (id, strand_id, impact_months, cost, evidence_strength, edition, source_url, verified, valid_from, entered_at)
    values (gen_random_uuid(), 'homework', 4, 1, 2, 2026, 'https://example.org', true, '2026-09-01', now())`;
  const { strand } = await viewOn("2026-09-02", "homework");
  expect(strand).toMatchObject({ behindTheAverage: [], differences: [], source: null });
});

test("a reader is never given the raw address of a copy", async () => {
  const { strand } = await viewOn("2026-02-03", "arts-participation");
  expect(strand.source).toEqual({ name: expect.stringContaining("Openbare kopie"), url: null });
  expect(JSON.stringify(await viewOn("2026-02-03", "arts-participation"))).not.toContain("github");
});

test("an unknown strand is not found, whatever its name is made of", async () => {
  for (const id of ["no-such-strand", "Feedback", "", "a\0b", "constructor", "x".repeat(5000), null, ["feedback"]])
    await expect(viewOn("2026-02-03", id as string), String(id)).rejects.toMatchObject({ kind: "not-found" });
});

test("TK6 a strand leads to its namesake in the other toolkit", async () => {
  const { counterpart } = await viewOn("2026-02-03", "parental-engagement");
  expect(counterpart).toEqual({ id: "ey-parental-engagement", name: "Ouderbetrokkenheid", toolkit: "kleuters" });
  expect((await viewOn("2026-02-03", "feedback")).counterpart).toBeNull();
});

test("the strands of a cycle come with their newest figures in one language", async () => {
  const [strand] = await strandsWithFigures(database.db, "en", ["learning-styles"]);
  expect(strand).toMatchObject({ name: "Learning styles", impactMonths: null, evidenceStrength: 0, edition: 2021 });
});

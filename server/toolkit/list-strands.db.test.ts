import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "#domain/people/words.ts";
import type { Raw } from "#server/input.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { compareStrands } from "./compare-strands.ts";
import { listStrands } from "./list-strands.ts";
import { loadToolkit } from "./load-toolkit.ts";
import { viewPicture } from "./view-picture.ts";

let database: TestDatabase;
const clock = () => new Date("2026-02-03T10:00:00Z");
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  database = await testDatabase();
  await loadToolkit({ db: database.db, clock, log: quiet });
});
afterAll(() => database?.close());

const list = (raw: Raw = {}, language: Language = "nl") => listStrands({ db: database.db, clock }, raw, language);
const found = async (raw: Raw, language: Language = "nl") => (await list(raw, language)).strands;
const search = async (q: string, language: Language = "nl") => (await found({ q }, language)).map(({ id }) => id);

test("the whole list comes by name, as a Dutch or an English reader sorts", async () => {
  for (const language of ["nl", "en"] as const) {
    const names = (await found({}, language)).map(({ name }) => name);
    expect(names).toHaveLength(40);
    expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
  }
});

test("TK1 at least so many months leaves out niet te bepalen, and asking for that gives nothing else", async () => {
  expect((await found({ months: "unknown" })).map((s) => s.impactMonths)).toEqual([null, null, null, null]);
  const six = (await found({ months: "6" })).map((s) => s.impactMonths ?? 0);
  expect(six).toHaveLength(7);
  expect(Math.min(...six)).toBe(6);
});

test("filters narrow together, and the list says out of how many", async () => {
  expect(await list({ toolkit: "kleuters" })).toMatchObject({ total: 40, strands: { length: 10 } });
  const strands = await found({ toolkit: "leren-en-lesgeven", cost: "2", evidence: "4" });
  expect(strands.length).toBeGreaterThan(0);
  for (const strand of strands) {
    expect(strand.toolkit).toBe("leren-en-lesgeven");
    expect(strand.cost).toBeLessThanOrEqual(2);
    expect(strand.evidenceStrength).toBeGreaterThanOrEqual(4);
  }
});

test("each order puts the figures in order, and equal ones by name", async () => {
  const months = (await found({ sort: "months" })).map((s) => s.impactMonths);
  expect(months.slice(0, 3)).toEqual([8, 7, 7]);
  expect(months.slice(-5)).toEqual([-3, null, null, null, null]);
  const cost = await found({ sort: "cost", toolkit: "kleuters" });
  expect(cost.map((s) => s.cost)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 5, 5]);
  expect(cost.slice(-2).map((s) => s.name)).toEqual(["Extra uren", "Vroeger starten"]);
});

test("T57 an order, a filter or a repeated field that is not ours is refused before anything is looked up", async () => {
  const untouched = { db: undefined as never, clock };
  const wrong: Raw[] = [
    { sort: 'name";drop table strands--' },
    { sort: "(select pg_sleep(5))" },
    { sort: "__proto__" },
    { sort: ["name", "months"] },
    { months: "3 or 1=1" },
    { months: "2" },
    { cost: "0" },
    { evidence: "constructor" },
    { toolkit: "kleuters'--" },
    { q: ["a", "b"] },
  ];
  for (const raw of wrong) {
    await expect(listStrands(untouched, raw, "nl"), JSON.stringify(raw)).rejects.toMatchObject({ kind: "invalid" });
  }
  expect(await found({ "filter[password_hash]": "x", group: "__proto__", dir: "asc;--" })).toHaveLength(40);
});

test("what was put aside for comparing is named, also when the filter hides it", async () => {
  const { chosen, strands } = await list({ q: "huiswerk", strand: ["phonics", "nobody", "phonics", "DROP TABLE"] });
  expect(chosen).toEqual([{ id: "phonics", name: "Phonics-aanpak" }]);
  expect(strands.map(({ id }) => id)).not.toContain("phonics");
});

test("kind finds kinderen and kinderen finds kind, which Dutch stemming alone leaves apart", async () => {
  expect(
    await database.sql`select to_tsvector('dutch', 'kinderen') @@ plainto_tsquery('dutch', 'kind') as found`,
  ).toEqual([{ found: false }]);
  const texts = await database.sql<{ id: string; text: string }[]>`
    select strand_id as id, concat_ws(' ', name, what, watch, for_whom) as text from strand_texts where language = 'nl'`;
  const holding = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ id }) => id);
  const either = [...holding(/\bkind\b/i), ...holding(/\bkinderen\b/i)];
  expect(holding(/\bkind\b/i).length).toBeGreaterThan(0);
  expect(holding(/\bkinderen\b/i).length).toBeGreaterThan(0);
  expect(await search("kind")).toEqual(expect.arrayContaining(either));
  expect(await search("kinderen")).toEqual(expect.arrayContaining(either));
});

test("Dutch and English stemming both work, whatever the language of the page", async () => {
  const exactly = async (word: string, language: Language) =>
    (
      await database.sql`select 1 from strand_texts where language = ${language} and what || watch || for_whom ilike ${`%${word}%`}`
    ).length;
  expect(await exactly("oefenend", "nl")).toBe(0);
  expect(await search("oefenend")).toContain("mastery-learning");
  expect(await exactly("tutored", "en")).toBe(0);
  expect(await search("tutored", "en")).toContain("peer-tutoring");
  expect(await search("homework")).toContain("homework");
  expect(await search("huiswerk", "en")).toContain("homework");
});

test("a word is found as it is being typed, inside a compound, and without its accents", async () => {
  expect(await search("zittenbl")).toEqual(["repeating-a-year"]);
  expect(await search("groepen")).toContain("setting-and-streaming");
  expect(await search("geindividualiseerde")).toContain("individualised-instruction");
  expect(await search("cooperatief")).toContain("collaborative-learning");
});

test("several words have to be there all, and words that every text has ask for nothing", async () => {
  expect((await search("de ouders en het lezen")).sort()).toEqual((await search("ouders lezen")).sort());
  expect(await search("ouders zzzz")).toEqual([]);
});

test("a strand with the word in its name comes first, unless another order is asked for", async () => {
  expect((await search("feedback"))[0]).toBe("feedback");
  expect((await search("motorische"))[0]).toBe("ey-physical-development");
  const byName = (await found({ q: "feedback", sort: "name" })).map(({ name }) => name);
  expect(byName).toEqual([...byName].sort(new Intl.Collator("nl").compare));
});

test("quotation marks, a minus and or are understood", async () => {
  const reading = await search('"lezen"');
  const withoutParents = await search("lezen -ouders");
  expect(withoutParents.length).toBeGreaterThan(0);
  expect(withoutParents.length).toBeLessThan(reading.length);
  expect((await search("zittenblijven or huiswerk")).sort()).toEqual(
    expect.arrayContaining(["homework", "repeating-a-year"]),
  );
  expect(await search('"zinnen die nergens zo staan"')).toEqual([]);
});

test("T56 hostile searches get an answer, and never an error", async () => {
  const hostile = [
    ...[
      "a & | !(",
      "':*",
      "'':*A",
      "<->",
      "a <-> b",
      "%_\\",
      "\\",
      "(a+)+$",
      "'; drop table strands; --",
      "-",
      "or",
      '"',
    ],
    ...[
      "\0",
      "lezen\0schrijven",
      "\ud800",
      "\udfffkind\ud800",
      "\u0130\u1e9e\u0345\u{1F600}",
      "\u202eneder\u200b",
      "ﬁﬂ",
      "İ",
    ],
    ...["(".repeat(10_000), "x".repeat(100_000), "woord ".repeat(20_000), "-a ".repeat(5_000), '"'.repeat(9_999)],
  ];
  for (const q of hostile) expect(Array.isArray(await search(q)), JSON.stringify(q.slice(0, 20))).toBe(true);
  expect(await search("%_\\")).toEqual([]);
  expect(await search("lezen\0schrijven")).toEqual(await search("lezen schrijven"));
  expect((await list()).total).toBe(40);
});

test("TK7 comparing keeps the order of the address, names what does not fit, and says when one is unknown", async () => {
  const compare = (strand: unknown) => compareStrands({ db: database.db, clock }, { strand }, "nl");
  const ids = ["phonics", "nobody", "feedback", "homework", "mentoring", "peer-tutoring"];
  const comparison = await compare(ids);
  expect(comparison.strands.map(({ id }) => id)).toEqual(["phonics", "feedback", "homework", "mentoring"]);
  expect(comparison.beyond).toEqual(["Peer tutoring"]);
  expect(comparison.hasUnknown).toBe(true);
  expect(comparison.others).toHaveLength(36);
  expect(await compare("phonics")).toMatchObject({ hasUnknown: false, strands: { length: 1 } });
  expect(await compare(undefined)).toMatchObject({ hasUnknown: false, strands: [] });
  await expect(compare({ id: "phonics" })).rejects.toMatchObject({ kind: "invalid" });
});

test("the picture holds every strand, most months first and niet te bepalen last, with what they say together", async () => {
  const { strands, finding } = await viewPicture({ db: database.db, clock }, "nl");
  expect(strands).toHaveLength(40);
  expect(strands[0]).toMatchObject({ impactMonths: 8 });
  expect(strands.at(-1)).toMatchObject({ impactMonths: null });
  expect(finding).toMatchObject({ total: 40, unknown: 4 });
});

import { describe, expect, test } from "vitest";
import { moveCycle } from "#server/cycles/index.ts";
import { add, refused, writingTeam } from "#tests/support/writing-team.ts";
import { keepMissingVersions, nameVersion } from "./index.ts";

const w = writingTeam();

describe("HV1 a version at the end of a sitting", () => {
  test("holds what was written, by whom, and how much", async () => {
    await w.write("anna", add("We lezen elke dag samen."), 30);
    await w.write("bram", add("En ook thuis."), 29);
    await w.keep();
    const versions = await w.kept();
    expect(versions).toMatchObject([{ reason: "sitting", wordsAdded: 8, wordsRemoved: 0, name: null, by: null }]);
    expect(versions[0]!.authors.map(({ name }) => name).sort()).toEqual(["Anna Wouters", "Bram Claes"]);
    expect(Date.now() - versions[0]!.at.getTime()).toBeGreaterThan(28 * 60_000);
  });

  test("is not made while the sitting goes on, nor for a text in which nobody wrote", async () => {
    await w.keep();
    await w.write("anna", add("We lezen."), 2);
    await w.keep();
    expect(await w.reasons()).toEqual([]);
  });

  test("is made once, however often and on however many nodes it is asked for", async () => {
    await w.write("anna", add("We lezen."), 30);
    await Promise.all([w.keep(), w.keep(), w.services.live.keepVersions(w.documentId)]);
    await w.keep();
    await keepMissingVersions(w.services);
    expect(await w.reasons()).toEqual(["sitting"]);
  });

  test("tells sittings apart, and makes none for words that came and went", async () => {
    await w.write("anna", add("Eerste zit."), 60);
    await w.write("bram", add("Probeersel"), 30);
    await w.write("bram", (root) => root.delete(root.length - 1, 1), 29);
    await w.write("bram", add("Derde zit."), 10);
    await w.keep();
    expect((await w.kept()).map(({ wordsAdded, authors }) => [wordsAdded, authors.length])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  test("knows its authors also when compaction came in between", async () => {
    await w.write("anna", add("Eerst dit."), 4);
    expect(await w.compact()).toMatchObject({ outcome: "compacted" });
    await w.write("bram", add("Dan dat."), 3);
    await w.compact();
    await w.laterOn(10);
    await w.keep();
    const versions = await w.kept();
    expect(versions.map(({ authors }) => authors.map(({ name }) => name).sort())).toEqual([
      ["Anna Wouters", "Bram Claes"],
    ]);
  });

  test("comes when compaction took the rows before the sitting was over", async () => {
    await w.write("anna", add("Net voor het sluiten."), 2);
    await w.compact();
    await keepMissingVersions(w.services);
    expect(await w.reasons()).toEqual([]);
    await w.laterOn(10);
    await keepMissingVersions(w.services);
    expect(await w.kept()).toMatchObject([{ reason: "sitting", wordsAdded: 4, authors: [{ name: "Anna Wouters" }] }]);
    await keepMissingVersions(w.services);
    expect(await w.reasons()).toEqual(["sitting"]);
  });

  test("comes with the text as it began (HV4), and a text in which nobody wrote has none", async () => {
    await w.write("anna", add("We lezen."), 30);
    await w.keep();
    expect((await w.history()).versions.map(({ reason, authors }) => [reason, authors.length])).toEqual([
      ["sitting", 1],
      ["begun", 0],
    ]);
  });

  test("is kept by compaction itself before the rows go", async () => {
    await w.write("anna", add("Gisteren."), 600);
    await w.write("bram", add("Vandaag."), 1);
    await w.compact();
    expect(await w.kept()).toMatchObject([{ reason: "sitting", authors: [{ name: "Anna Wouters" }] }]);
  });
});

test("HV3 a version gets a name by hand, the same text a new name and no second version", async () => {
  await w.write("anna", add("Klaar voor de directie."), 1);
  await nameVersion(w.as("bram"), { ...w.where, name: "Naar de directie" });
  await nameVersion(w.as("anna"), { ...w.where, name: "Naar de directeur" });
  expect(await w.kept()).toMatchObject([{ reason: "named", name: "Naar de directeur" }]);
  expect(await refused(nameVersion(w.as("anna"), { ...w.where, name: "  " }))).toBe("invalid");
});

test("HV3 moving on keeps the text of the phase that is left", async () => {
  await w.write("anna", add("Dit is onze behoefte."), 1);
  await moveCycle(w.as("bram"), { cycleId: w.cycleId, to: "sources" });
  expect(await w.kept()).toMatchObject([{ reason: "moved", by: { name: "Bram Claes" } }]);
});

test("versions are thinned out when new ones come", async () => {
  for (const day of [40, 40, 40, 39]) {
    await w.write("anna", add(`Dag ${day}, ${Math.random()}`), 60);
    await w.keep();
    const id = (await w.kept())[0]!.id;
    await w.database.sql`update document_versions set at = ${new Date("2026-01-07T10:00:00Z")} where id = ${id}`;
  }
  await w.write("anna", add("Vandaag."), 6);
  await w.keep();
  expect(await w.kept()).toHaveLength(2);
});

import { beforeEach, describe, expect, test } from "vitest";
import { shareDocument } from "#server/cycles/index.ts";
import { add, refused, type Somebody, writingTeam } from "#tests/support/writing-team.ts";
import { nameVersion, restoreVersion, viewVersion } from "./index.ts";

const w = writingTeam();

describe("AC9 who sees which version", () => {
  let before: string;
  let since: string;
  beforeEach(async () => {
    await w.write("anna", add("Onder ons gezegd."), 60);
    await w.keep();
    before = (await w.kept())[0]!.id;
    await w.write("anna", (root) => root.delete(root.length - 1, 1), 30);
    await shareDocument(w.as("anna"), { ...w.where, audience: "coach" });
    await w.write("bram", add("Voor iedereen."));
    await nameVersion(w.as("bram"), { ...w.where, name: "Gedeeld" });
    since = (await w.kept())[0]!.id;
  });
  const read = (person: Somebody, versionId: string) => refused(viewVersion(w.as(person), { ...w.where, versionId }));

  test("a coach sees those from since the text was shared, and a team's reader all", async () => {
    expect((await w.history("celine")).versions.map(({ id }) => id)).toEqual([since]);
    expect([await read("celine", since), await read("celine", before)]).toEqual(["allowed", "not-found"]);
    expect([await read("rik", since), await read("rik", before)]).toEqual(["allowed", "allowed"]);
  });

  test("kept to the team again, nothing is there for the coach, and shared anew only what comes after", async () => {
    await shareDocument(w.as("anna"), { ...w.where, audience: "team" });
    expect([await refused(w.history("celine")), await read("celine", since)]).toEqual(["not-found", "not-found"]);
    await shareDocument(w.as("anna"), { ...w.where, audience: "coach" });
    expect((await w.history("celine")).versions).toEqual([]);
  });

  test("T47 a project lead and another school see none, and no version is read through another document", async () => {
    for (const person of ["dirk", "gert"] as const)
      expect([await refused(w.history(person)), await read(person, since)]).toEqual(["not-found", "not-found"]);
    const elsewhere = { ...w.where, stage: "sources", versionId: since };
    expect(await refused(viewVersion(w.as("anna"), elsewhere))).toBe("not-found");
    expect(await refused(restoreVersion(w.as("anna"), elsewhere))).toBe("not-found");
    expect(await refused(viewVersion(w.as("anna"), { ...w.where, versionId: "geen-id" }))).toBe("not-found");
  });

  test("T05 who only reads neither restores nor names, and nothing changes", async () => {
    const said = await w.text();
    for (const person of ["celine", "rik"] as const) {
      expect(await refused(restoreVersion(w.as(person), { ...w.where, versionId: since }))).toBe("forbidden");
      expect(await refused(nameVersion(w.as(person), { ...w.where, name: "Van mij" }))).toBe("forbidden");
      expect((await w.history(person)).can).toEqual({ restore: false, nameVersion: false });
    }
    expect(await refused(restoreVersion(w.as("gert"), { ...w.where, versionId: since }))).toBe("not-found");
    expect(await w.text()).toBe(said);
  });
});

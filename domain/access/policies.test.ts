import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accessTables } from "./access-tables.ts";
import { cyclePolicy, documentPolicy, versionPolicy } from "./policies.ts";
import { type CycleFacts, type CycleRelations, STRANGER } from "./relations.ts";

const open: CycleFacts = { cardsAudience: "coach", closed: false };
const sharedAt = new Date("2026-10-01T08:00:00Z");
const readAlong = { audience: "coach", sharedAt } as const;
const teamOnly = { audience: "team", sharedAt: null } as const;
const is = (what: Partial<CycleRelations>): CycleRelations => ({ ...STRANGER, ...what });

describe("the access policy", () => {
  test("AC1 a reader of the team reads and comments, and changes nothing", () => {
    const reader = is({ team: "reader" });
    expect(documentPolicy.read(reader, open, teamOnly)).toBe(true);
    expect(documentPolicy.comment(reader, open, teamOnly)).toBe(true);
    expect(documentPolicy.write(reader, open, teamOnly)).toBe(false);
    expect(cyclePolicy.edit(reader, open)).toBe(false);
  });

  test("AC2 a document 'enkel team' exists for nobody outside the team, whatever else they are", () => {
    const everythingElse = is({ schoolLeader: true, coach: true, projectLead: true });
    for (const action of Object.values(documentPolicy)) expect(action(everythingElse, open, teamOnly)).toBe(false);
  });

  test("AC3 a coach never writes in a document, and is back to nothing when the cards are kept to the team", () => {
    const coach = is({ coach: true });
    expect(documentPolicy.write(coach, open, readAlong)).toBe(false);
    expect(documentPolicy.comment(coach, open, readAlong)).toBe(true);
    expect(cyclePolicy.readCards(coach, { ...open, cardsAudience: "team" })).toBe(false);
  });

  test("AC4 a project lead sees progress, and neither documents nor cards", () => {
    const lead = is({ projectLead: true });
    expect(cyclePolicy.view(lead, open)).toBe(true);
    expect(cyclePolicy.readCards(lead, open)).toBe(false);
    expect(documentPolicy.read(lead, open, readAlong)).toBe(false);
  });

  test("AC5 a school leader sees progress and shared cards; documents only as a member of the team", () => {
    const leader = is({ schoolLeader: true });
    expect(cyclePolicy.readCards(leader, open)).toBe(true);
    expect(documentPolicy.read(leader, open, readAlong)).toBe(false);
    expect(documentPolicy.read(is({ schoolLeader: true, team: "reader" }), open, teamOnly)).toBe(true);
  });

  test("AC7 only lead and member decide what the coach sees", () => {
    const allowed = [is({ team: "lead" }), is({ team: "member" })];
    const refused = [
      is({ team: "reader" }),
      is({ coach: true }),
      is({ schoolLeader: true }),
      is({ projectLead: true }),
    ];
    expect(allowed.every((who) => cyclePolicy.share(who, open))).toBe(true);
    expect(refused.some((who) => cyclePolicy.share(who, open))).toBe(false);
  });

  test("AC9 a coach reads the history from since the text was shared, and none of it while it is the team's alone", () => {
    const coach = is({ coach: true });
    const at = (moment: string) => ({ at: new Date(moment) });
    expect(versionPolicy.read(coach, readAlong, at("2026-10-01T08:00:00Z"))).toBe(true);
    expect(versionPolicy.read(coach, readAlong, at("2026-10-01T07:59:59Z"))).toBe(false);
    expect(versionPolicy.read(coach, teamOnly, at("2026-10-02T08:00:00Z"))).toBe(false);
    expect(versionPolicy.read(coach, { ...readAlong, sharedAt: null }, at("2026-10-02T08:00:00Z"))).toBe(false);
    expect(versionPolicy.read(is({ team: "reader" }), teamOnly, at("2026-01-01T08:00:00Z"))).toBe(true);
    expect(
      versionPolicy.read(is({ projectLead: true, schoolLeader: true }), readAlong, at("2026-10-02T08:00:00Z")),
    ).toBe(false);
  });

  test("AC9 bringing back and naming are for who writes", () => {
    for (const action of [documentPolicy.restore, documentPolicy.nameVersion]) {
      expect(action(is({ team: "member" }), open, teamOnly)).toBe(true);
      expect(action(is({ team: "reader", coach: true }), open, readAlong)).toBe(false);
      expect(action(is({ team: "lead" }), { ...open, closed: true }, teamOnly)).toBe(false);
    }
  });

  test("nobody writes in a closed cycle", () => {
    expect(documentPolicy.write(is({ team: "lead" }), { ...open, closed: true }, teamOnly)).toBe(false);
  });

  test("a stranger may do nothing at all", () => {
    const answers = [
      ...Object.values(cyclePolicy).map((action) => action(STRANGER, open)),
      ...Object.values(documentPolicy).map((action) => action(STRANGER, open, readAlong)),
    ];
    expect(answers).toEqual(answers.map(() => false));
  });
});

test("docs/access.md shows the policy as it is (UPDATE_ACCESS=1 writes it)", () => {
  const file = new URL("../../docs/access.md", import.meta.url);
  if (process.env.UPDATE_ACCESS) writeFileSync(file, accessTables());
  expect(readFileSync(file, "utf8")).toBe(accessTables());
});

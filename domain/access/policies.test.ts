import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accessTables } from "./access-tables.ts";
import { cyclePolicy, documentPolicy } from "./policies.ts";
import { type CycleFacts, type CycleRelations, STRANGER } from "./relations.ts";

const open: CycleFacts = { cardsAudience: "coach", closed: false };
const is = (what: Partial<CycleRelations>): CycleRelations => ({ ...STRANGER, ...what });

describe("the access policy", () => {
  test("AC1 a reader of the team reads and comments, and changes nothing", () => {
    const reader = is({ team: "reader" });
    expect(documentPolicy.read(reader, open, { audience: "team" })).toBe(true);
    expect(documentPolicy.comment(reader, open, { audience: "team" })).toBe(true);
    expect(documentPolicy.write(reader, open, { audience: "team" })).toBe(false);
    expect(cyclePolicy.edit(reader, open)).toBe(false);
  });

  test("AC2 a document 'enkel team' exists for nobody outside the team, whatever else they are", () => {
    const everythingElse = is({ schoolLeader: true, coach: true, projectLead: true });
    for (const action of Object.values(documentPolicy))
      expect(action(everythingElse, open, { audience: "team" })).toBe(false);
  });

  test("AC3 a coach never writes in a document, and is back to nothing when the cards are kept to the team", () => {
    const coach = is({ coach: true });
    expect(documentPolicy.write(coach, open, { audience: "coach" })).toBe(false);
    expect(documentPolicy.comment(coach, open, { audience: "coach" })).toBe(true);
    expect(cyclePolicy.readCards(coach, { ...open, cardsAudience: "team" })).toBe(false);
  });

  test("AC4 a project lead sees progress, and neither documents nor cards", () => {
    const lead = is({ projectLead: true });
    expect(cyclePolicy.view(lead, open)).toBe(true);
    expect(cyclePolicy.readCards(lead, open)).toBe(false);
    expect(documentPolicy.read(lead, open, { audience: "coach" })).toBe(false);
  });

  test("AC5 a school leader sees progress and shared cards; documents only as a member of the team", () => {
    const leader = is({ schoolLeader: true });
    expect(cyclePolicy.readCards(leader, open)).toBe(true);
    expect(documentPolicy.read(leader, open, { audience: "coach" })).toBe(false);
    expect(documentPolicy.read(is({ schoolLeader: true, team: "reader" }), open, { audience: "team" })).toBe(true);
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

  test("nobody writes in a closed cycle", () => {
    expect(documentPolicy.write(is({ team: "lead" }), { ...open, closed: true }, { audience: "team" })).toBe(false);
  });

  test("a stranger may do nothing at all", () => {
    const answers = [
      ...Object.values(cyclePolicy).map((action) => action(STRANGER, open)),
      ...Object.values(documentPolicy).map((action) => action(STRANGER, open, { audience: "coach" })),
    ];
    expect(answers).toEqual(answers.map(() => false));
  });
});

test("docs/access.md shows the policy as it is (UPDATE_ACCESS=1 writes it)", () => {
  const file = new URL("../../docs/access.md", import.meta.url);
  if (process.env.UPDATE_ACCESS) writeFileSync(file, accessTables());
  expect(readFileSync(file, "utf8")).toBe(accessTables());
});

import { expect, test } from "vitest";
import { abilities, cyclePolicy } from "#domain/access/policies.ts";
import { STRANGER } from "#domain/access/relations.ts";
import { type Asking, mayAskCoach } from "./may-ask-coach.ts";

const coaches = [{ name: "Celine Bos" }] as unknown as Asking["coaches"];
const asking = (cardsAudience: "coach" | "team", who: object): Asking => ({
  can: abilities(cyclePolicy, { ...STRANGER, ...who }, { cardsAudience, closed: false }),
  coaches,
});
const shared = asking("coach", { team: "member" });
const kept = asking("team", { team: "member" });

test("a question at a card is not offered to a coach who cannot read the cards", () => {
  expect([mayAskCoach(shared, "card"), mayAskCoach(kept, "card")]).toEqual([true, false]);
});

test("a question about the cycle reaches the coach whatever is kept to the team (AC7)", () => {
  expect(mayAskCoach(kept, "cycle")).toBe(true);
});

test("nobody is asked where there is no coach, nor by who is not of the team", () => {
  expect(mayAskCoach({ ...shared, coaches: [] }, "cycle")).toBe(false);
  expect(mayAskCoach(asking("coach", { coach: true }), "card")).toBe(false);
});

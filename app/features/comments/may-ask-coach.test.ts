import { expect, test } from "vitest";
import { type Asking, mayAskCoach } from "./may-ask-coach.ts";

const coaches = [{ name: "Celine Bos" }] as unknown as Asking["coaches"];
const shared: Asking = { can: { askCoach: true }, coaches, cycle: { cardsAudience: "coach" } };

test("a question at a card is not offered to a coach who cannot read the cards", () => {
  const kept: Asking = { ...shared, cycle: { cardsAudience: "team" } };
  expect([mayAskCoach(shared, "card"), mayAskCoach(kept, "card")]).toEqual([true, false]);
});

test("a question about the cycle reaches the coach whatever is kept to the team (AC7)", () => {
  expect(mayAskCoach({ ...shared, cycle: { cardsAudience: "team" } }, "cycle")).toBe(true);
});

test("nobody is asked where there is no coach, nor by who is not of the team", () => {
  expect(mayAskCoach({ ...shared, coaches: [] }, "cycle")).toBe(false);
  expect(mayAskCoach({ ...shared, can: { askCoach: false } }, "card")).toBe(false);
});

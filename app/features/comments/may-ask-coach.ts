import type { Cycle } from "#app/features/cycles/cycle-context.ts";

/** What `mayAskCoach` looks at. */
export type Asking = Pick<Cycle, "coaches"> & { can: Pick<Cycle["can"], "askCoach" | "askCoachAtCard"> };

/**
 * Whether a question can go to the coach from here: somebody of the team asks, there is a coach, and the coach can read
 * it. About the cycle as a whole that is always so (rule AC7); at a card only when the cards are shared.
 */
export const mayAskCoach = ({ can, coaches }: Asking, about: "cycle" | "card"): boolean =>
  coaches.length > 0 && (about === "cycle" ? can.askCoach : can.askCoachAtCard);

/** The two toolkits: for learning and teaching (compulsory school age) and for the early years. */
export const TOOLKITS = ["leren-en-lesgeven", "kleuters"] as const;
export type Toolkit = (typeof TOOLKITS)[number];

/** What an approach costs a school, from 1 very low to 5 very high. The catalogues hold a word for each. */
export const COSTS = [1, 2, 3, 4, 5] as const;
export type Cost = (typeof COSTS)[number];

/** How much the research carries, from 0 too little to 5 very extensive. The catalogues hold a word for each. */
export const EVIDENCE_STRENGTHS = [0, 1, 2, 3, 4, 5] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** The three facts about a strand. Rules about them carry the ids TK1, TK2…, quoted by tests. */
export interface Figures {
  /**
   * Months of progress in one school year compared with similar pupils, on average; may be negative.
   * TK1: null is "niet te bepalen", a value of its own. It is never 0, never averaged, and never left out in silence.
   */
  impactMonths: number | null;
  cost: Cost;
  evidenceStrength: EvidenceStrength;
}

/** Whether a word from outside has the form of a strand's id; it says nothing about whether there is one. */
export const isStrandId = (value: unknown): value is string =>
  typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value);

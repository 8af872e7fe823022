import strands from "./strands.json";

/** A sentence in the two languages of the product. */
export type Bilingual = { nl: string; en: string };

/** A figure of a strand that can be marked as not yet confirmed. */
export type UnverifiedField = "impactMonths" | "cost" | "evidenceStrength" | "asOf";

/** What one edition of the toolkit says about one strand, with where it was read. */
export type StrandFacts = {
  /** Stable address of the strand: lower-case words with hyphens; those of the early years start with `ey-`. */
  id: string;
  toolkit: "leren-en-lesgeven" | "kleuters";
  nameNl: string;
  /** Whether `nameNl` was read in Leerpunt's own texts; otherwise it is our translation. */
  nameNlVerified: boolean;
  /** Where `nameNl` was read; null when it is our translation. A note for staff, not for readers. */
  nameNlSource: string | null;
  nameEn: string;
  /**
   * Months of progress in one school year compared with similar pupils, on average; may be negative.
   * null is "niet te bepalen": research gives no ground for a figure. It is never 0, which is a measured result.
   */
  impactMonths: number | null;
  /** 1 very low, 2 low, 3 moderate, 4 high, 5 very high. */
  cost: number;
  /** 0 none or not enough, 1 very limited, 2 limited, 3 moderate, 4 extensive, 5 very extensive. */
  evidenceStrength: number;
  /** Year of the edition the figures come from. */
  asOf: number;
  /** False when a figure that counts rests on a source nobody has confirmed; `unverifiedFields` says which. */
  verified: boolean;
  /** Can name a field while `verified` is true: the figures are sure, the year of the edition is not. */
  unverifiedFields: readonly UnverifiedField[];
  /** Where the figures were read, as a record. Readers are shown `sourceName` and `readerUrl`. */
  sourceUrl: string;
  sourceName: Bilingual;
  /** The address to offer a reader; null when the only source is a copy whose address would tell a reader nothing. */
  readerUrl: string | null;
  /** Where sources or editions disagree, one sentence or two each. Belongs to these figures, not to later editions. */
  differences: readonly Bilingual[];
  /** What the average hides: per level, effect size, what a 0 means. Belongs to these figures too. */
  behindTheAverage: readonly Bilingual[];
};

/**
 * The forty strands in the order of the two toolkits. Months of two strands are never added.
 * The compiler reads the words in a JSON file as plain strings; toolkit.test.ts holds them to the unions above.
 */
export const strandFacts = strands as readonly StrandFacts[];

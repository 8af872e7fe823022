import table from "./months-progress.json";

/** One row of Leerpunt's table from standardised effect size to months of progress. */
export type MonthsBand = {
  /** Whole months of progress in a school year. */
  months: number;
  /** Lowest effect size of the row, itself included, after rounding to two decimals. */
  from: number;
  /** Highest effect size of the row, itself included, after rounding to two decimals. */
  to: number;
  labelNl: string;
  labelEn: string;
};

/**
 * Rows from none to twelve months, ascending and touching at two decimals: round the effect size first.
 * Above the last row nothing but "more than 12" can be said. The source has no negative rows: mirror and say so.
 * Only for two-group differences with an interval; growth of one group is never months.
 */
export const monthsBands: readonly MonthsBand[] = table.bands;

/** The table's source, in words for a reader. */
export const monthsSource = {
  nl: "Leerpunt, ‘Wat betekenen de iconen van de toolkits’",
  en: "Leerpunt, ‘What the icons of the toolkits mean’ (in Dutch)",
  url: "https://leerpunt.be/toolkit/wat-betekenen-de-iconen-van-de-toolkits",
} as const;

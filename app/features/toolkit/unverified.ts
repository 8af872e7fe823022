/** The names under which the kit's drawing of the three facts knows them. */
const drawn = { impactMonths: "months", cost: "cost", evidenceStrength: "strength" } as const;

type Drawn = (typeof drawn)[keyof typeof drawn];

/** The fields of a strand that nobody could check at the source, for `<EvidenceMarks unverified>`. */
export const unverifiedFacts = (fields: readonly string[]): Drawn[] =>
  fields.flatMap((field) => (field in drawn ? [drawn[field as keyof typeof drawn]] : []));

/** Whether one of the three figures is in doubt. */
export const hasUnverifiedFact = (fields: readonly string[]): boolean => unverifiedFacts(fields).length > 0;

/** The year of an edition has no drawing of its own; its doubt is said beside it. */
export const isEditionUnsure = (fields: readonly string[]): boolean => fields.includes("asOf");

/** One catalogue file per part of the product, in each language: app/messages/<language>/<namespace>.json */
export const namespaces = [
  "common",
  "errors",
  "people",
  "admin",
  "toolkit",
  "cycles",
  "activity",
  "live",
  "history",
  "coaching",
  "projects",
] as const;

export type Namespace = (typeof namespaces)[number];

/** On every page, so loaded with every page. */
export const everywhere: readonly Namespace[] = ["common", "errors"];

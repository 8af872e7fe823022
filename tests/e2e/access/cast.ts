import type { PersonKey } from "#content/demo/story.ts";

/** What somebody is to one place (a team with its cycle, project and school): the columns of docs/access-routes.md. */
export const RELATIONS = [
  "visitor",
  "lead",
  "member",
  "reader",
  "school leader",
  "colleague",
  "coach",
  "project lead",
  "other project's lead",
  "participant",
  "stranger",
  "staff",
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Played {
  relation: Relation;
  /** Null for the visitor. */
  person: PersonKey | null;
  /** What this person is to the other place, at another school: its objects are the foreign ids. */
  elsewhere: Relation;
}

/**
 * One person for each relation to the team "Derde graad" and its cycle in the guidance project. `arrange` takes away
 * what they are besides, so that a cell tells of one relation. The team also takes part in another project, in which
 * the other place is: its lead is "other project's lead" here, and the members here are participants there.
 */
export const CAST: readonly Played[] = [
  { relation: "visitor", person: null, elsewhere: "visitor" },
  { relation: "lead", person: "nadia", elsewhere: "participant" },
  { relation: "member", person: "anna", elsewhere: "participant" },
  { relation: "reader", person: "koen", elsewhere: "participant" },
  { relation: "school leader", person: "hanne", elsewhere: "stranger" },
  { relation: "colleague", person: "yusuf", elsewhere: "stranger" },
  { relation: "coach", person: "celine", elsewhere: "stranger" },
  { relation: "project lead", person: "joke", elsewhere: "stranger" },
  { relation: "other project's lead", person: "dirk", elsewhere: "project lead" },
  { relation: "participant", person: "elif", elsewhere: "stranger" },
  { relation: "stranger", person: "marijn", elsewhere: "lead" },
  { relation: "staff", person: "fatima", elsewhere: "staff" },
];

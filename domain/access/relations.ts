import type { Audience } from "#domain/cycles/words.ts";
import type { TeamRole } from "#domain/people/words.ts";

/**
 * What a person is to one cycle. Rights follow from this and never from a global label (product §1). Several can hold
 * at once: in a small school one person is principal, lead and author.
 */
export interface CycleRelations {
  /** Role in the team whose cycle this is; null when not (or no longer) in the team. */
  team: TeamRole | null;
  /** Principal, care coordinator or administrator of the school of the team. */
  schoolLeader: boolean;
  /** Coach in the project that the cycle belongs to, while the team takes part in it. */
  coach: boolean;
  /** Lead of that project. */
  projectLead: boolean;
}

/** What the team decided about one cycle, as far as rights depend on it. */
export interface CycleFacts {
  /** Who besides the team reads the structured cards. */
  cardsAudience: Audience;
  closed: boolean;
}

export interface DocumentFacts {
  /** Who besides the team reads this live document. */
  audience: Audience;
  /** Since when, without a break; null while it is the team's alone. */
  sharedAt: Date | null;
}

/** A kept version of a live document. */
export interface VersionFacts {
  /** The moment of what it says. */
  at: Date;
}

/** What a person is to a team, a project, or the platform as a whole. */
export interface TeamRelations {
  team: TeamRole | null;
  schoolLeader: boolean;
  coach: boolean;
  projectLead: boolean;
  staff: boolean;
}

export interface ProjectRelations {
  lead: boolean;
  coach: boolean;
  /** In a team that takes part in the project. */
  participant: boolean;
  staff: boolean;
}

export interface PlatformRelations {
  signedIn: boolean;
  staff: boolean;
}

export interface OrganisationRelations {
  leader: boolean;
  member: boolean;
  staff: boolean;
}

export const STRANGER: CycleRelations = { team: null, schoolLeader: false, coach: false, projectLead: false };

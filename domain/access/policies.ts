import type {
  CycleFacts,
  CycleRelations,
  DocumentFacts,
  OrganisationRelations,
  PlatformRelations,
  ProjectRelations,
  TeamRelations,
  VersionFacts,
} from "./relations.ts";

/**
 * Every right in the product, in one place: pure, synchronous, composed from smaller rules. The same functions decide
 * for HTTP, sockets, jobs and exports. `policies.test.ts` prints them as tables into docs/access.md.
 *
 * Rules quoted by tests:
 * - AC1 A team works: lead and member change its cycles; a reader reads and comments.
 * - AC2 A document "enkel team" exists for nobody outside the team.
 * - AC3 A coach reads and comments what the team shares, and never writes in a document.
 * - AC4 A project lead sees progress: phase, strands, dates; no documents and no cards.
 * - AC5 A school leader sees the progress and the shared cards of the school's cycles; documents only as team member.
 * - AC6 Staff set up schools, people, teams, programmes and projects, and do not browse workspaces.
 * - AC7 Only the team decides what the coach sees. A question that it puts to the coach about the cycle as a whole is
 *   such a decision: the coach reads and answers it, whatever else is kept to the team.
 * - AC8 Joining is deciding (product §6): a team that comes back to a project after leaving it joins anew. Its choice
 *   for new documents is "enkel team" again; what it shared in a document stands in that document, and it can take it
 *   back there.
 * - AC9 Who reads a document reads its history. Its audience of now governs all its versions: kept to the team, they
 *   exist for nobody else. Shared again, the coach reads those from since then, and never what the team said among
 *   itself before. Bringing back and naming are writing.
 */

const inTeam = (who: { team: string | null }) => who.team !== null;
const works = (who: { team: string | null }) => who.team === "lead" || who.team === "member";
const leadsTeam = (who: { team: string | null }) => who.team === "lead";

const seesProgress = (who: CycleRelations) => inTeam(who) || who.schoolLeader || who.coach || who.projectLead;

const readsCards = (who: CycleRelations, cycle: CycleFacts) =>
  inTeam(who) || ((who.coach || who.schoolLeader) && cycle.cardsAudience === "coach");

const readsDocument = (who: CycleRelations, document: DocumentFacts) =>
  inTeam(who) || (who.coach && document.audience === "coach");

/** Rights on one cycle and its cards. */
export const cyclePolicy = {
  /** Know that it is there: title, phase and its history, strands, dates. */
  view: (who: CycleRelations, _cycle: CycleFacts) => seesProgress(who),
  readCards: readsCards,
  commentOnCards: (who: CycleRelations, cycle: CycleFacts) =>
    inTeam(who) || (who.coach && cycle.cardsAudience === "coach"),
  /** Change title, need, dates, strands and cards. */
  edit: (who: CycleRelations, cycle: CycleFacts) => works(who) && !cycle.closed,
  move: (who: CycleRelations, cycle: CycleFacts) => works(who) && !cycle.closed,
  planMeeting: (who: CycleRelations, cycle: CycleFacts) => works(who) && !cycle.closed,
  /** Decide what the coach sees. */
  share: (who: CycleRelations, _cycle: CycleFacts) => works(who),
  close: (who: CycleRelations, cycle: CycleFacts) => leadsTeam(who) && !cycle.closed,
  reopen: (who: CycleRelations, cycle: CycleFacts) => leadsTeam(who) && cycle.closed,
  discard: (who: CycleRelations, _cycle: CycleFacts) => leadsTeam(who),
  askCoach: (who: CycleRelations, _cycle: CycleFacts) => inTeam(who),
  /** The same at a card: there the coach has to read it, or the question would wait for who never hears of it. */
  askCoachAtCard: (who: CycleRelations, cycle: CycleFacts) => inTeam(who) && cycle.cardsAudience === "coach",
} as const satisfies Record<string, (who: CycleRelations, cycle: CycleFacts) => boolean>;

/** Rights on one live document of a cycle; the socket asks the same functions. */
export const documentPolicy = {
  read: (who: CycleRelations, _cycle: CycleFacts, document: DocumentFacts) => readsDocument(who, document),
  write: (who: CycleRelations, cycle: CycleFacts, _document: DocumentFacts) => works(who) && !cycle.closed,
  comment: (who: CycleRelations, _cycle: CycleFacts, document: DocumentFacts) => readsDocument(who, document),
  /** Be seen as present; a reader of the team and a coach are seen too, because nobody reads along in secret. */
  presence: (who: CycleRelations, _cycle: CycleFacts, document: DocumentFacts) => readsDocument(who, document),
  readHistory: (who: CycleRelations, _cycle: CycleFacts, document: DocumentFacts) => readsDocument(who, document),
  /** Bring an earlier version back, or what somebody took away. */
  restore: (who: CycleRelations, cycle: CycleFacts, _document: DocumentFacts) => works(who) && !cycle.closed,
  /** Keep a version by hand, with a name. */
  nameVersion: (who: CycleRelations, cycle: CycleFacts, _document: DocumentFacts) => works(who) && !cycle.closed,
} as const satisfies Record<string, (who: CycleRelations, cycle: CycleFacts, document: DocumentFacts) => boolean>;

/** Rights on one version of a live document (rule AC9). */
export const versionPolicy = {
  read: (who: CycleRelations, document: DocumentFacts, version: VersionFacts) =>
    inTeam(who) ||
    (readsDocument(who, document) && document.sharedAt !== null && version.at.getTime() >= document.sharedAt.getTime()),
} as const satisfies Record<string, (who: CycleRelations, document: DocumentFacts, version: VersionFacts) => boolean>;

/** Rights on a team. Knowing that it is there says nothing yet about its cycles. */
export const teamPolicy = {
  view: (who: TeamRelations) => inTeam(who) || who.schoolLeader || who.coach || who.projectLead || who.staff,
  seeMembers: (who: TeamRelations) => inTeam(who) || who.schoolLeader || who.coach || who.staff,
  startCycle: (who: TeamRelations) => works(who),
  /** See what is in the bin and bring it back: whoever may discard a cycle. */
  restoreCycle: (who: TeamRelations) => leadsTeam(who),
  manageMembers: (who: TeamRelations) => leadsTeam(who) || who.schoolLeader || who.staff,
} as const satisfies Record<string, (who: TeamRelations) => boolean>;

/** Rights on a project. What its teams do follows from `cyclePolicy`. */
export const projectPolicy = {
  view: (who: ProjectRelations) => who.lead || who.coach || who.participant || who.staff,
  seeTeams: (who: ProjectRelations) => who.lead || who.coach || who.staff,
  manage: (who: ProjectRelations) => who.lead || who.staff,
  planVisit: (who: ProjectRelations) => who.coach,
} as const satisfies Record<string, (who: ProjectRelations) => boolean>;

/** Rights on a school, a support service or the knowledge centre. */
export const organisationPolicy = {
  view: (who: OrganisationRelations) => who.member || who.leader || who.staff,
  manage: (who: OrganisationRelations) => who.leader || who.staff,
} as const satisfies Record<string, (who: OrganisationRelations) => boolean>;

/** Rights on the installation as a whole (rule AC6). */
export const platformPolicy = {
  readToolkit: (_who: PlatformRelations) => true,
  useOwnStart: (who: PlatformRelations) => who.signedIn,
  manage: (who: PlatformRelations) => who.staff,
} as const satisfies Record<string, (who: PlatformRelations) => boolean>;

/** What a screen may offer: one boolean for each action of a policy, for this person and this object. */
export type Abilities<Policy> = { readonly [Action in keyof Policy]: boolean };

/** Evaluates every action of a policy, so that an answer can carry its abilities: no screen re-implements a rule. */
export function abilities<Args extends unknown[], Policy extends Record<string, (...args: Args) => boolean>>(
  policy: Policy,
  ...args: Args
): Abilities<Policy> {
  const result = {} as { -readonly [Action in keyof Policy]: boolean };
  for (const action of Object.keys(policy) as (keyof Policy)[]) result[action] = policy[action]?.(...args) ?? false;
  return result;
}

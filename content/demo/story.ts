import type { ThemeId } from "#content/agenda/index.ts";
import type { Block } from "#content/blocks.ts";
import type { Day, Moment } from "#content/demo/moments.ts";
import type { Perspective, SourceKind, VERDICTS, WAKE_UP_MONTHS } from "#domain/cards/kinds.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { Audience, CarePhase, NeedOwner, Outcome } from "#domain/cycles/words.ts";
import type {
  EDUCATION_TYPES,
  OrganisationKind,
  PersonFunction,
  ProjectRole,
  SchoolLevel,
  SchoolNetwork,
  TeamRole,
} from "#domain/people/words.ts";
import type { ProjectKind } from "#domain/projects/words.ts";

/**
 * The demo as a story: who did what, and when. The teller replays it through the use cases, so that every row, event
 * and notice comes to be as it would in a school. The keys below are the only names by which parts refer to each other.
 */

export type OrganisationKey =
  | "de-kiem"
  | "atheneum"
  | "kompasroos"
  | "veldmuis"
  | "ten-dijke"
  | "pluim"
  | "kantlijn"
  | "leerlus";

export type PersonKey =
  | "anna"
  | "bram"
  | "sofie"
  | "nadia"
  | "koen"
  | "hanne"
  | "mieke"
  | "yusuf"
  | "gert"
  | "leila"
  | "wout"
  | "joris"
  | "marijn"
  | "ingrid"
  | "karen"
  | "jonas"
  | "lien"
  | "rudi"
  | "greet"
  | "dries"
  | "lode"
  | "samira"
  | "veerle"
  | "elif"
  | "celine"
  | "dirk"
  | "joke"
  | "fatima"
  | "els";

export type TeamKey =
  | "kiem-third-stage"
  | "kiem-preschool"
  | "kiem-language"
  | "atheneum-feedback"
  | "atheneum-language"
  | "kompasroos-upper"
  | "kompasroos-playground"
  | "veldmuis-school"
  | "ten-dijke-upper"
  | "pluim-preschool";

export type ProgrammeKey = "guidance" | "implementation";
export type ProjectKey = "wiser-together" | "reading-to-learn";

export type CycleKey =
  | "long-texts"
  | "strategies-everywhere"
  | "richer-talk"
  | "useful-feedback"
  | "test-language"
  | "buddies"
  | "calm-after-break"
  | "tutor-reading"
  | "homework"
  | "picture-books"
  | "word-problems";

/** Somebody did something at a moment. */
export type By = { by: PersonKey; at: Moment };

export type DemoOrganisation = {
  kind: OrganisationKind;
  name: string;
  municipality: string;
  levels: SchoolLevel[];
  education?: (typeof EDUCATION_TYPES)[number];
  network?: SchoolNetwork;
  institutionNumber?: string;
};

export type DemoPerson = {
  name: string;
  email: string;
  /** What the person is called at school, for people; rights follow from `functions`. */
  title: string;
  functions: { organisation: OrganisationKey; function: PersonFunction }[];
  /** Shown among the demo sign-ins, in this order, and what the person is called there on an English screen. */
  signIn?: { order: number; inEnglish: string };
};

export type DemoTeam = {
  organisation: OrganisationKey;
  name: string;
  members: { person: PersonKey; role: TeamRole; since: Moment }[];
};

export type DemoProgramme = By & {
  kind: ProjectKind;
  name: string;
  /** School years from the current one: -1 is last school year. */
  fromYear: number;
  toYear: number;
  ceilingEuro: number;
};

export type DemoProject = By & {
  programme: ProgrammeKey;
  applicant: OrganisationKey;
  name: string;
  summary: string;
  /** From 1 September to 31 August of these school years, counted from the current one. */
  fromYear: number;
  toYear: number;
  themes: ThemeId[];
  strands: string[];
  people: { person: PersonKey; role: ProjectRole; since: Moment }[];
  /** What the coach reads of new documents is what the team chose when it joined. */
  teams: { team: TeamKey; documentsAudience: Audience; joined: By }[];
};

/** A move to a stage; the first one, to `need`, is the start of the cycle. Going back always has a why. */
export type DemoMove = By & { to: Stage; why?: string };

/** What one person wrote in one sitting, below one guiding question of the template ("end" is after the last one). */
export type WrittenPart = By & { under: string; blocks: Block[] };

export type DemoDocument = {
  /** When the team decided otherwise than on joining the project. A cycle outside a project begins with "team". */
  sharing?: (By & { audience: Audience })[];
  parts: WrittenPart[];
};

type Verdict = (typeof VERDICTS)[number];
type CardBase = By & { key: string; title: string };

/** The fields are those of `CARD_KINDS`; what came later has its own person and moment. */
export type DemoCard = CardBase &
  (
    | { kind: "signal"; note?: string; sourceKind?: SourceKind; perspective?: Perspective }
    | { kind: "hypothesis"; note?: string; verdict?: By & { is: Verdict } }
    | { kind: "goal"; forWhom?: string; howMuch?: string; byWhen?: Day }
    | {
        kind: "source";
        note?: string;
        sourceKind: SourceKind;
        perspective?: Perspective;
        strand?: string;
        link?: string;
      }
    | { kind: "ingredient"; sign?: string }
    | { kind: "action"; who?: string; due?: Day; done?: By }
    | { kind: "trial"; prediction?: string; observation?: By & { text: string } }
    | { kind: "log"; note?: string }
    | { kind: "finding"; note?: string; sourceKind?: SourceKind }
    | { kind: "decision"; outcome: Outcome; note?: string }
    | { kind: "agreement"; owner: string; wakeUpMonths: (typeof WAKE_UP_MONTHS)[number]; note?: string }
  );

export type DemoMeeting = {
  key: string;
  planned: By;
  startsAt: Moment;
  purpose: string;
  /** What was decided, each as it fell. */
  decisions?: string[];
};

/** In the margin of a document (on words that stand literally in one line of it), about a card, or about the cycle. */
export type DemoThread = By & {
  key: string;
  on: { document: Stage; quote: string } | { card: string } | "cycle";
  /** A question asked to the coach; it waits while no coach replied. */
  asksCoach?: true;
  text: string;
  replies: (By & { text: string })[];
  resolved?: By;
};

export type DemoCycle = {
  key: CycleKey;
  team: TeamKey;
  project: ProjectKey | null;
  parent?: CycleKey;
  title: string;
  need: string;
  needOwner: NeedOwner;
  targetGroup: string;
  carePhase: CarePhase | null;
  theme: ThemeId;
  endsOn: Day;
  cardsAudience: Audience;
  /** In the order in which they happened; the first one starts the cycle. */
  moves: [DemoMove, ...DemoMove[]];
  strands: (By & { strand: string; why: string })[];
  documents: Partial<Record<Stage, DemoDocument>>;
  cards: DemoCard[];
  meetings: DemoMeeting[];
  threads: DemoThread[];
  closed?: By;
};

export type DemoVisit = {
  key: string;
  project: ProjectKey;
  team: TeamKey;
  cycle: CycleKey;
  coach: PersonKey;
  planned: Moment;
  startsAt: Moment;
  purpose: string;
  held?: Moment;
  notesToSelf?: string;
  notesToTeam?: string;
  /** Agreed next steps: they become action cards of the team. */
  steps?: { title: string; who: string; due: Day; done?: By }[];
};

export type DemoStory = {
  organisations: Record<OrganisationKey, DemoOrganisation>;
  people: Record<PersonKey, DemoPerson>;
  teams: Record<TeamKey, DemoTeam>;
  programmes: Record<ProgrammeKey, DemoProgramme>;
  projects: Record<ProjectKey, DemoProject>;
  /** A parent comes before its child. */
  cycles: DemoCycle[];
  visits: DemoVisit[];
};

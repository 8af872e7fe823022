/** What a person is in an organisation. A person may hold several, in several organisations (product §1). */
export const FUNCTIONS = [
  "teacher",
  "care-coordinator",
  "principal",
  "coach",
  "administrator",
  "staff",
  "reviewer",
] as const;
export type PersonFunction = (typeof FUNCTIONS)[number];

/** What a person is in a team. A reader reads and comments, but does not change the work. */
export const TEAM_ROLES = ["lead", "member", "reader"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What a person is in a project. */
export const PROJECT_ROLES = ["lead", "coach"] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

export const ORGANISATION_KINDS = ["school", "support-service", "knowledge-centre"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const SCHOOL_LEVELS = ["kleuter", "lager", "secundair"] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

export const EDUCATION_TYPES = ["gewoon", "buitengewoon"] as const;
export const SCHOOL_NETWORKS = ["go", "subsidised-official", "subsidised-free"] as const;
export type SchoolNetwork = (typeof SCHOOL_NETWORKS)[number];

export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

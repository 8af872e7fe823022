import {
  cyclePolicy,
  documentPolicy,
  organisationPolicy,
  platformPolicy,
  projectPolicy,
  teamPolicy,
  versionPolicy,
} from "./policies.ts";
import { STRANGER } from "./relations.ts";

const cycleRoles = {
  "team lead": { ...STRANGER, team: "lead" },
  member: { ...STRANGER, team: "member" },
  reader: { ...STRANGER, team: "reader" },
  "school leader": { ...STRANGER, schoolLeader: true },
  coach: { ...STRANGER, coach: true },
  "project lead": { ...STRANGER, projectLead: true },
  stranger: STRANGER,
} as const;

const nobody = { team: null, schoolLeader: false, coach: false, projectLead: false, staff: false } as const;
const teamRoles = {
  "team lead": { ...nobody, team: "lead" },
  member: { ...nobody, team: "member" },
  reader: { ...nobody, team: "reader" },
  "school leader": { ...nobody, schoolLeader: true },
  coach: { ...nobody, coach: true },
  "project lead": { ...nobody, projectLead: true },
  staff: { ...nobody, staff: true },
  stranger: nobody,
} as const;

const outside = { lead: false, coach: false, participant: false, staff: false };
const projectRoles = {
  "project lead": { ...outside, lead: true },
  coach: { ...outside, coach: true },
  "in a participating team": { ...outside, participant: true },
  staff: { ...outside, staff: true },
  stranger: outside,
};

const organisationRoles = {
  leader: { leader: true, member: true, staff: false },
  member: { leader: false, member: true, staff: false },
  staff: { leader: false, member: false, staff: true },
  stranger: { leader: false, member: false, staff: false },
};

const platformRoles = {
  staff: { signedIn: true, staff: true },
  "signed in": { signedIn: true, staff: false },
  visitor: { signedIn: false, staff: false },
};

/** The whole policy as tables of role × action, in Markdown: what docs/access.md holds. */
export function accessTables(): string {
  const shared = { cardsAudience: "coach", closed: false } as const;
  const kept = { cardsAudience: "team", closed: false } as const;
  const closed = { cardsAudience: "coach", closed: true } as const;
  const sharedAt = new Date("2026-10-01T08:00:00Z");
  const readAlong = { audience: "coach", sharedAt } as const;
  const teamOnly = { audience: "team", sharedAt: null } as const;
  const before = { at: new Date("2026-09-30T08:00:00Z") };
  return [
    "# Who may do what",
    "",
    "Made from `domain/access/policies.ts` by its test; a stale page fails the tests. Rights follow from what a person",
    "is *to* an object, and stack when a person is several things. What may not be seen is answered as not found.",
    "",
    table("Cycle, cards readable by the coach", cyclePolicy, cycleRoles, (action, who) => action(who, shared)),
    table("Cycle, cards kept to the team", cyclePolicy, cycleRoles, (action, who) => action(who, kept)),
    table("Cycle, closed", cyclePolicy, cycleRoles, (action, who) => action(who, closed)),
    table("Live document, readable by the coach", documentPolicy, cycleRoles, (action, who) =>
      action(who, shared, readAlong),
    ),
    table("Live document, enkel team", documentPolicy, cycleRoles, (action, who) => action(who, shared, teamOnly)),
    table("Live document of a closed cycle", documentPolicy, cycleRoles, (action, who) =>
      action(who, closed, readAlong),
    ),
    table("Version from since the coach reads along", versionPolicy, cycleRoles, (action, who) =>
      action(who, readAlong, { at: sharedAt }),
    ),
    table("Version from before the coach read along", versionPolicy, cycleRoles, (action, who) =>
      action(who, readAlong, before),
    ),
    table("Version of a document enkel team", versionPolicy, cycleRoles, (action, who) =>
      action(who, teamOnly, { at: sharedAt }),
    ),
    table("Team", teamPolicy, teamRoles, (action, who) => action(who)),
    table("Project", projectPolicy, projectRoles, (action, who) => action(who)),
    table("Organisation", organisationPolicy, organisationRoles, (action, who) => action(who)),
    table("Platform", platformPolicy, platformRoles, (action, who) => action(who)),
  ].join("\n");
}

function table<Action, Who>(
  title: string,
  policy: Readonly<Record<string, Action>>,
  roles: Readonly<Record<string, Who>>,
  ask: (action: Action, who: Who) => boolean,
): string {
  const names = Object.keys(roles);
  const rows = Object.entries(policy).map(
    ([name, action]) =>
      `| ${name} | ${names.map((role) => (ask(action, roles[role] as Who) ? "yes" : "–")).join(" | ")} |`,
  );
  return [
    `## ${title}`,
    "",
    `| action | ${names.join(" | ")} |`,
    `| --- |${names.map(() => " :-: |").join("")}`,
    ...rows,
    "",
  ].join("\n");
}

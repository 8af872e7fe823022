import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Place } from "./stage.ts";

type Fields = Record<string, string>;

export interface Wish {
  /** What the form holds, all of it valid: whatever is refused is refused for who sends it. */
  form?: (place: Place) => Fields;
  /** Names of `Place` for the parameters of the address, where the plain name is not meant. */
  params?: Record<string, string>;
  /** What has to be so before. */
  before?: (sql: Sql, place: Place) => Promise<unknown>;
}

const day = () => "2027-01-12T15:30";

const TEAM_VERSION: Wish = { params: { stage: "=behoefte", versionId: "teamVersionId" } };

/** The rows of docs/access-routes.md that need more than an address, by their first cell. */
export const WISHES: Record<string, Wish> = {
  "GET /lussen/:cycleId/:stage (shared)": { params: { stage: "=bronnen" } },
  "GET /lussen/:cycleId/:stage (team)": { params: { stage: "=behoefte" } },
  "GET /lussen/:cycleId/:stage/geschiedenis (team)": { params: { stage: "=behoefte" } },
  "GET /lussen/:cycleId/:stage/geschiedenis/:versionId (before)": { params: { versionId: "earlierVersionId" } },
  "GET /lussen/:cycleId/:stage/geschiedenis/:versionId (team)": TEAM_VERSION,
  "POST /lussen/:cycleId/:stage/geschiedenis/:versionId/terug (team)": TEAM_VERSION,
  "POST /lussen/:cycleId/:stage/geschiedenis/:versionId/zo-laten (team)": TEAM_VERSION,
  "POST /lussen/:cycleId/:stage/versies (shared)": { form: () => ({ name: "Voor de directie" }) },
  "POST /lussen/:cycleId/:stage/versies (team)": {
    params: { stage: "=behoefte" },
    form: () => ({ name: "Voor de directie" }),
  },
  "POST /lussen/nieuw": {
    form: ({ teamId }) => ({
      ...{ cycleId: randomUUID(), teamId: teamId as string, title: "Nieuw", need: "Wat nodig is", needOwner: "pupils" },
    }),
  },
  "POST /lussen/:cycleId/over": {
    form: ({ version }) => ({ version: version as string, title: "Anders", need: "Wat nodig is", needOwner: "pupils" }),
  },
  "POST /lussen/:cycleId/verplaatsing": {
    form: ({ nextStage }) => ({ to: nextStage as string, why: "Omdat het moet" }),
  },
  "POST /lussen/:cycleId/strands": { form: () => ({ strandId: "homework" }) },
  "POST /lussen/:cycleId/strands/weg": { form: () => ({ strandId: "feedback" }) },
  "POST /lussen/:cycleId/strands/waarom": { form: () => ({ strandId: "feedback", why: "Omdat het past" }) },
  "POST /lussen/:cycleId/beslissingen": {
    form: ({ meetingId }) => ({ meetingId: meetingId as string, what: "We doen het zo" }),
  },
  "POST /lussen/:cycleId/beslissingen/weg": { form: ({ decisionId }) => ({ decisionId: decisionId as string }) },
  "POST /lussen/:cycleId/bijeenkomsten": { form: () => ({ startsAt: day(), purpose: "Samen kijken" }) },
  "POST /lussen/:cycleId/bijeenkomsten/afzegging": { form: ({ meetingId }) => ({ meetingId: meetingId as string }) },
  "POST /lussen/:cycleId/kaarten": { form: () => ({ kind: "signal", title: "Een signaal" }) },
  "POST /lussen/:cycleId/kaarten/:cardId": { form: () => ({ version: "1", title: "Anders" }) },
  "POST /lussen/:cycleId/kaarten/:cardId/terug": { params: { cardId: "binnedCardId" } },
  "POST /lussen/:cycleId/gesprekken (cycle)": { form: () => ({ body: "Een vraag" }) },
  "POST /lussen/:cycleId/gesprekken (card)": {
    form: ({ cardId }) => ({ body: "Een vraag", cardId: cardId as string }),
  },
  "POST /lussen/:cycleId/gesprekken (shared)": {
    form: ({ sharedDocumentId }) => ({ body: "Een vraag", documentId: sharedDocumentId as string }),
  },
  "POST /lussen/:cycleId/gesprekken (team)": {
    form: ({ teamDocumentId }) => ({ body: "Een vraag", documentId: teamDocumentId as string }),
  },
  "POST /lussen/:cycleId/zichtbaarheid": { form: () => ({ stage: "need", audience: "coach" }) },
  "POST /lussen/:cycleId/kaarten-zichtbaarheid": { form: () => ({ audience: "team" }) },
  "POST /lussen/:cycleId/heropening": {
    before: (sql, { cycleId }) => sql`update cycles set closed_at = now() where id = ${cycleId as string}`,
  },
  "POST /gesprekken/:threadId/antwoorden (shared)": {
    params: { threadId: "sharedThreadId" },
    form: () => ({ body: "Ja" }),
  },
  "POST /gesprekken/:threadId/antwoorden (team)": {
    params: { threadId: "teamThreadId" },
    form: () => ({ body: "Ja" }),
  },
  "POST /gesprekken/:threadId/antwoorden (card)": {
    params: { threadId: "cardThreadId" },
    form: () => ({ body: "Ja" }),
  },
  "POST /gesprekken/:threadId/oplossing (shared)": { params: { threadId: "sharedThreadId" } },
  "POST /gesprekken/:threadId/oplossing (team)": { params: { threadId: "teamThreadId" } },
  "POST /gesprekken/:threadId/heropening (shared)": { params: { threadId: "sharedThreadId" } },
  "POST /gesprekken/:threadId/heropening (team)": { params: { threadId: "teamThreadId" } },
  "POST /begeleiding/bezoeken/nieuw": {
    form: ({ projectId, teamId, cycleId }) => ({ team: `${projectId}/${teamId}/${cycleId}`, startsAt: day() }),
  },
  "POST /begeleiding/bezoeken/:visitId": { form: () => ({ notesToSelf: "", notesToTeam: "Dank je" }) },
  "POST /begeleiding/bezoeken/:visitId/afzegging": { params: { visitId: "comingVisitId" } },
  "POST /projecten/:projectId/mensen": {
    form: ({ outsiderId }) => ({ personId: outsiderId as string, role: "coach" }),
  },
  "POST /projecten/:projectId/mensen/weg": {
    form: ({ outsiderId }) => ({ personId: outsiderId as string, role: "coach" }),
    before: (sql, { projectId, outsiderId }) =>
      sql`insert into project_people (id, project_id, person_id, role, started_at)
        values (gen_random_uuid(), ${projectId as string}, ${outsiderId as string}, 'coach', now())`,
  },
  "POST /projecten/:projectId/teams": { form: ({ otherTeamId }) => ({ teamId: otherTeamId as string }) },
  "POST /projecten/:projectId/teams/weg": { form: ({ teamId }) => ({ teamId: teamId as string }) },
  "POST /teams/:teamId/leden": { form: ({ newcomerId }) => ({ personId: newcomerId as string, role: "member" }) },
  "POST /teams/:teamId/leden/rol": { form: ({ memberId }) => ({ personId: memberId as string, role: "lead" }) },
  "POST /teams/:teamId/leden/weg": { form: ({ memberId }) => ({ personId: memberId as string }) },
  "POST /teams/:teamId/meelezen": { form: ({ projectId }) => ({ projectId: projectId as string, audience: "team" }) },
  "POST /teams/:teamId/prullenbak/terug": {
    form: ({ cycleId }) => ({ cycleId: cycleId as string }),
    before: (sql, { cycleId }) => sql`update cycles set discarded_at = now() where id = ${cycleId as string}`,
  },
  "POST /beheer/scholen/nieuw": { form: () => ({ kind: "school", name: "Nieuwe school" }) },
  "POST /beheer/scholen/:organisationId": { form: () => ({ version: "1", name: "Andere naam" }) },
  "POST /beheer/scholen/:organisationId/teams": { form: () => ({ name: "Nieuw team" }) },
  "POST /beheer/scholen/:organisationId/uitschrijving": {
    form: ({ newcomerId }) => ({ personId: newcomerId as string }),
  },
  "POST /beheer/mensen/:personId/afsluiting": { params: { personId: "outsiderId" } },
  "POST /beheer/mensen/:personId/heropening": {
    params: { personId: "outsiderId" },
    before: (sql, { outsiderId }) => sql`update people set disabled_at = now() where id = ${outsiderId as string}`,
  },
  "POST /beheer/programmas/nieuw": {
    form: () => ({ kind: "guidance", name: "Nieuwe oproep", fromYear: "2026", toYear: "2027" }),
  },
  "POST /beheer/projecten/nieuw": {
    form: ({ programmeId, organisationId }) => ({
      ...{ programmeId: programmeId as string, applicantId: organisationId as string, name: "Nieuw project" },
      ...{ startsOn: "2026-09-01", endsOn: "2027-08-31" },
    }),
  },
  "POST /uitnodigingen (school)": {
    form: ({ organisationId }) => ({
      ...{ email: "nieuw@school.example", organisationId: organisationId as string, function: "teacher" },
    }),
  },
  "POST /uitnodigingen (principal)": {
    form: ({ organisationId }) => ({
      ...{ email: "nieuw@school.example", organisationId: organisationId as string, function: "principal" },
    }),
  },
  "POST /uitnodigingen (team)": {
    form: ({ teamId }) => ({ email: "nieuw@school.example", teamId: teamId as string, teamRole: "member" }),
  },
  "POST /uitnodigingen (project)": {
    form: ({ projectId }) => ({ email: "nieuw@school.example", projectId: projectId as string, projectRole: "coach" }),
  },
  "POST /account": { form: () => ({ name: "Andere Naam", language: "nl" }) },
  "POST /taal": { form: () => ({ language: "en", returnTo: "/toolkit" }) },
  "POST /weergave": { form: () => ({ theme: "dark", returnTo: "/toolkit" }) },
};

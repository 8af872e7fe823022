import { demoStory } from "#content/demo/index.ts";
import { instant, schoolYear } from "#content/demo/moments.ts";
import { DEMO_PASSWORD } from "#content/demo/password.ts";
import { people } from "#content/demo/people.ts";
import type { DemoStory, OrganisationKey, PersonKey, ProgrammeKey, ProjectKey, TeamKey } from "#content/demo/story.ts";
import { anythingHappened } from "#db/activity/readings.ts";
import {
  aloneWithDemo,
  anybodySignedIn,
  demoBrokeOff,
  emptyOwnTables,
  noteDemoBegun,
  noteDemoTold,
} from "#db/demo/store.ts";
import { newId } from "#db/ids.ts";
import { startMembership } from "#db/people/store.ts";
import type { Language } from "#domain/people/words.ts";
import { type Context, transact } from "#server/context.ts";
import { addOrganisation } from "#server/organisations/index.ts";
import { addPerson, hashPassword } from "#server/people/index.ts";
import {
  addProgramme,
  addProject,
  addProjectPerson,
  addProjectTeam,
  chooseDocumentsAudience,
} from "#server/projects/index.ts";
import type { Services } from "#server/services.ts";
import { addMember, addTeam } from "#server/teams/index.ts";
import { loadToolkit } from "#server/toolkit/index.ts";
import { tellCycle } from "./tell-cycle.ts";
import { tellVisit } from "./tell-visit.ts";
import { Timeline } from "./timeline.ts";

/** Who set everything up: the staff of the knowledge centre. */
const SETS_UP: PersonKey = "fatima";

/** The ids that the story's keys stand for once they exist. */
export interface Told {
  organisations: Map<OrganisationKey, string>;
  people: Map<PersonKey, string>;
  teams: Map<TeamKey, string>;
  programmes: Map<ProgrammeKey, string>;
  projects: Map<ProjectKey, string>;
  cycles: Map<string, string>;
}

export interface DemoPersonLine {
  name: string;
  email: string;
  role: Readonly<Record<Language, string>>;
}

/** The people whose sign-in a demo prints and offers, in order. */
export function demoPeople(): DemoPersonLine[] {
  return Object.values(people)
    .flatMap(({ signIn, ...person }) => (signIn ? [{ ...person, ...signIn }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ name, email, title, inEnglish }) => ({ name, email, role: { nl: title, en: inEnglish } }));
}

/**
 * Tells the demo: invented schools whose work was done through the same use cases as real work, over the months before
 * today. A telling that broke off (the process was killed) is told anew from the beginning: half a story would look
 * like a whole one. One transaction could not do it, because the live documents are written by connections of their own.
 *
 * @returns false when the database holds anything else already; a database in use is never touched.
 */
export function tellDemo(services: Services): Promise<boolean> {
  const { db, clock, log } = services;
  return aloneWithDemo(db, async () => {
    if (await demoBrokeOff(db)) {
      // The application serves nobody before the story is told. If somebody was in nevertheless, hands off.
      if (await anybodySignedIn(db)) return false;
      log.info({}, "an earlier start broke off while it told the demo; it begins anew");
      await emptyOwnTables(db);
      await loadToolkit(services);
    } else if (await anythingHappened(db)) return false;
    await noteDemoBegun(db, clock());
    await tellAll(services);
    await noteDemoTold(db, clock());
    return true;
  });
}

async function tellAll(services: Services): Promise<void> {
  const today = services.clock();
  const story = demoStory(today);
  const told = emptyTold();
  const beginning = instant(today, { daysAgo: 37 * 7, time: "09:00" });
  await setUp({ ...services, clock: () => beginning, actor: { kind: "system" } }, story, told);

  const timeline = new Timeline(today);
  tellTeams(timeline, story, told);
  tellProjects(timeline, story, told, today);
  for (const cycle of story.cycles) tellCycle(timeline, cycle, told, today);
  for (const visit of story.visits) tellVisit(timeline, visit, told, today);
  await timeline.play(services, (person) => told.people.get(person) as string);
}

function emptyTold(): Told {
  const none = <Key extends string>() => new Map<Key, string>();
  return { organisations: none(), people: none(), teams: none(), programmes: none(), projects: none(), cycles: none() };
}

async function setUp(ctx: Context, story: DemoStory, told: Told): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const [key, organisation] of Object.entries(story.organisations)) {
    const { organisationId } = await addOrganisation(ctx, organisation);
    told.organisations.set(key as OrganisationKey, organisationId);
  }
  await transact(ctx, async (tx) => {
    for (const [key, { name, email, functions }] of Object.entries(story.people)) {
      const personId = await addPerson(tx, { name, email, passwordHash, language: "nl" });
      if (!personId) throw new Error(`the demo has two people with the address ${email}`);
      told.people.set(key as PersonKey, personId);
      for (const membership of functions) {
        const organisationId = told.organisations.get(membership.organisation) as string;
        const row = { id: newId(), personId, organisationId, function: membership.function, startedAt: tx.clock() };
        await startMembership(tx.db, row);
      }
      tx.record({
        type: "person.joined",
        organisationId: told.organisations.get(functions[0]?.organisation as OrganisationKey) ?? null,
        data: { personId },
      });
    }
  });
  const staff: Context = { ...ctx, actor: { kind: "person", id: told.people.get(SETS_UP) as string } };
  for (const [key, team] of Object.entries(story.teams)) {
    const organisationId = told.organisations.get(team.organisation) as string;
    told.teams.set(key as TeamKey, (await addTeam(staff, { organisationId, name: team.name })).teamId);
  }
}

function tellTeams(timeline: Timeline, story: DemoStory, told: Told): void {
  for (const [key, team] of Object.entries(story.teams))
    for (const { person, role, since } of team.members)
      timeline.add({ at: since, by: SETS_UP }, (ctx) =>
        addMember(ctx, { teamId: told.teams.get(key as TeamKey), personId: told.people.get(person), role }),
      );
}

function tellProjects(timeline: Timeline, story: DemoStory, told: Told, today: Date): void {
  for (const [key, programme] of Object.entries(story.programmes))
    timeline.add(programme, async (ctx) => {
      const { kind, name, ceilingEuro } = programme;
      const years = { fromYear: schoolYear(today, programme.fromYear), toYear: schoolYear(today, programme.toYear) };
      const { programmeId } = await addProgramme(ctx, { kind, name, ceilingEuro, ...years });
      told.programmes.set(key as ProgrammeKey, programmeId);
    });
  for (const [key, project] of Object.entries(story.projects)) {
    const projectId = () => told.projects.get(key as ProjectKey);
    timeline.add(project, async (ctx) => {
      const added = await addProject(ctx, {
        programmeId: told.programmes.get(project.programme),
        applicantId: told.organisations.get(project.applicant),
        name: project.name,
        summary: project.summary,
        startsOn: `${schoolYear(today, project.fromYear)}-09-01`,
        endsOn: `${schoolYear(today, project.toYear) + 1}-08-31`,
        themeIds: project.themes,
        strandIds: project.strands,
      });
      told.projects.set(key as ProjectKey, added.projectId);
    });
    for (const { person, role, since } of project.people)
      timeline.add({ at: since, by: SETS_UP }, (ctx) =>
        addProjectPerson(ctx, { projectId: projectId(), personId: told.people.get(person), role }),
      );
    for (const { team, documentsAudience, joined } of project.teams) {
      const teamId = () => told.teams.get(team);
      timeline.add({ at: joined.at, by: SETS_UP }, (ctx) =>
        addProjectTeam(ctx, { projectId: projectId(), teamId: teamId() }),
      );
      timeline.add(joined, (ctx) =>
        chooseDocumentsAudience(ctx, { projectId: projectId(), teamId: teamId(), audience: documentsAudience }),
      );
    }
  }
}

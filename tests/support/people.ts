import type { Database } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { organisations } from "#db/organisations/tables.ts";
import { memberships, people } from "#db/people/tables.ts";
import { programmes, projectPeople, projects } from "#db/projects/tables.ts";
import { teamMembers, teams } from "#db/teams/tables.ts";
import type { PersonFunction, ProjectRole, TeamRole } from "#domain/people/words.ts";
import type { Context } from "#server/context.ts";
import type { LiveEffects } from "#server/services.ts";

export interface TestContext extends Context {
  /** What the live channel was told, in order. */
  told: { publish: string[]; recheck: Parameters<LiveEffects["recheck"]>[0][] };
  /** Lines of the log that were not `info`. */
  complaints: string[];
  /** Moves the clock on. */
  wait(minutes: number): void;
  as(personId: string): TestContext;
}

/** A context without sockets, with a clock of its own that stands still until the test moves it. */
export function testContext(db: Database, begin = new Date("2026-10-05T08:00:00Z")): TestContext {
  let now = begin.getTime();
  const told: TestContext["told"] = { publish: [], recheck: [] };
  const complaints: string[] = [];
  const complain = (_facts: object, sentence: string) => void complaints.push(sentence);
  const context: TestContext = {
    db,
    clock: () => new Date(now),
    log: { info() {}, warn: complain, error: complain },
    live: {
      publish: (topics) => void told.publish.push(...topics),
      recheck: async (what) => void told.recheck.push(what),
      editDocument: () => Promise.reject(new Error("no live documents here")),
      readDocument: async () => null,
      readDocumentText: async () => null,
      keepVersions: async () => null,
      readContent: async () => null,
      compareContents: () => Promise.reject(new Error("no live documents here")),
      restoreContent: () => Promise.reject(new Error("no live documents here")),
    },
    publicUrl: "https://leerlus.example",
    actor: { kind: "visitor" },
    told,
    complaints,
    wait(minutes) {
      now += minutes * 60_000;
    },
    as: (personId) => ({ ...context, actor: { kind: "person", id: personId } }),
  };
  return context;
}

const longAgo = new Date("2026-09-01T06:00:00Z");

export async function addPersonRow(
  db: Database,
  name: string,
  more: Partial<typeof people.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  const email = `${name.toLowerCase().replace(/ /g, ".")}@school.example`;
  await db.insert(people).values({ id, name, email, createdAt: longAgo, ...more });
  return id;
}

export async function addOrganisationRow(
  db: Database,
  name: string,
  kind: "school" | "support-service" | "knowledge-centre" = "school",
): Promise<string> {
  const id = newId();
  await db.insert(organisations).values({ id, kind, name, createdAt: longAgo });
  return id;
}

export async function addTeamRow(db: Database, organisationId: string, name: string): Promise<string> {
  const id = newId();
  await db.insert(teams).values({ id, organisationId, name, createdAt: longAgo });
  return id;
}

export async function addProjectRow(db: Database, applicantId: string, name: string): Promise<string> {
  const programmeId = newId();
  const id = newId();
  const programme = {
    id: programmeId,
    kind: "guidance",
    name: `Oproep ${name}`,
    fromYear: 2026,
    toYear: 2027,
  } as const;
  await db.insert(programmes).values({ ...programme, createdAt: longAgo });
  const period = { startsOn: "2026-09-01", endsOn: "2028-08-31", createdAt: longAgo };
  await db.insert(projects).values({ id, programmeId, applicantId, name, ...period });
  return id;
}

export async function makeMember(db: Database, personId: string, organisationId: string, what: PersonFunction) {
  await db.insert(memberships).values({ id: newId(), personId, organisationId, function: what, startedAt: longAgo });
}

export async function makeTeamMember(db: Database, personId: string, teamId: string, role: TeamRole) {
  await db.insert(teamMembers).values({ id: newId(), personId, teamId, role, startedAt: longAgo });
}

export async function makeProjectPerson(db: Database, personId: string, projectId: string, role: ProjectRole) {
  await db.insert(projectPeople).values({ id: newId(), personId, projectId, role, startedAt: longAgo });
}

import { people } from "#content/demo/people.ts";
import type { PersonKey } from "#content/demo/story.ts";
import { STAGES } from "#domain/cycles/phases.ts";
import { memoryDevice } from "#realtime/client/index.ts";
import { startCycle } from "#server/cycles/index.ts";
import { Balancer } from "#tests/support/balancer.ts";
import type { AppNode } from "#tests/support/node-process.ts";
import { makeTeamMember, testContext } from "#tests/support/people.ts";
import { Typist, until } from "#tests/support/typist.ts";
import { judge, type Verdict } from "#tests/support/verdict.ts";
import { startWorld, type World } from "#tests/support/world.ts";

/** The cycle of the demo whose team everybody here is in. */
export const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";
const TEAM = ["lien", "jonas", "karen"] as const;

/** Two nodes behind a balancer, PostgreSQL and Redis as processes of their own, and people of one team. */
export interface Ground {
  world: World;
  nodes: readonly [AppNode, AppNode];
  balancer: Balancer;
  cookies: readonly string[];
  /** So many people of the demo are in the team from now on, and signed in: one person has 100 sockets at most. */
  enlarge(count: number): Promise<void>;
  /** A live document of a cycle of its own, in which the whole team may write. */
  newDocument(): Promise<string>;
  /** People in a document, joined; they come through the balancer unless `url` says otherwise. */
  gather(documentId: string, count: number, url?: string): Promise<Typist[]>;
  /** See `judge`; closes the people afterwards. */
  conclude(typists: readonly Typist[], gone?: readonly Typist[]): Promise<Verdict>;
  /** Everything runs again, whatever the case before left behind. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

export async function prepareGround(): Promise<Ground> {
  const balancer = await Balancer.start();
  const world = await startWorld({
    nodes: 2,
    database: "system",
    redis: true,
    env: { PUBLIC_URL: balancer.url, DRAIN_SECONDS: "1" },
  });
  const nodes = world.nodes as unknown as [AppNode, AppNode];
  await balancer.serve(nodes);
  const cookies = await Promise.all(TEAM.map((person) => world.cookieOf(person, balancer)));
  const enlarge = async (count: number) => {
    const others = (Object.keys(people) as PersonKey[]).filter((person) => !TEAM.some((member) => member === person));
    for (const person of others.slice(0, Math.max(0, count - cookies.length))) {
      await takeIn(world, person);
      cookies.push(await world.cookieOf(person, balancer));
    }
  };
  const documents: string[] = [];
  const everybody = new Set<Typist>();
  let came = 0;

  async function newDocument(): Promise<string> {
    if (documents.length === 0) documents.push(...(await startAnotherCycle(world)));
    return documents.pop() as string;
  }

  async function gather(documentId: string, count: number, url = balancer.url): Promise<Typist[]> {
    const typists = Array.from({ length: count }, () => {
      const cookie = cookies[came % cookies.length] as string;
      const reach = { url, origin: balancer.url, cookie, storage: memoryDevice() };
      return new Typist((came++).toString(36), documentId, reach);
    });
    for (const typist of typists) everybody.add(typist);
    await Promise.all(typists.map(({ document }) => document.synced));
    return typists;
  }

  async function leave(typists: Iterable<Typist>): Promise<void> {
    await Promise.all([...typists].map((typist) => typist.close().finally(() => everybody.delete(typist))));
  }

  return {
    world,
    nodes,
    balancer,
    cookies,
    enlarge,
    newDocument,
    gather,
    async conclude(typists, gone = []) {
      const verdict = await judge(world.database().sql, typists, gone);
      await leave([...typists, ...gone]);
      return verdict;
    },
    async heal() {
      await leave(everybody);
      world.cluster?.resume();
      for (const node of nodes) node.resume();
      if (!(await isUp(world))) await world.cluster?.restart();
      await world.redis?.ensure();
      for (const node of nodes) await node.ensure();
      await balancer.serve(nodes);
      await until(() => balancer.isReady(2), "both nodes serve");
    },
    async stop() {
      await leave(everybody);
      await balancer.close();
      await world.stop();
    },
  };
}

/** In the team as a member, with an open account, whatever was before. */
export async function takeIn(world: World, person: PersonKey): Promise<{ personId: string; teamId: string }> {
  const { db, sql } = world.database();
  const [row] = await sql<{ teamId: string; personId: string; member: string | null }[]>`
    select c.team_id as "teamId", p.id as "personId", m.id as member from cycles c
    cross join people p
    left join team_members m on m.team_id = c.team_id and m.person_id = p.id and m.ended_at is null
    where c.title = ${CYCLE} and p.email = ${people[person].email}`;
  if (!row) throw new Error(`the demo has no ${person}`);
  const { personId, teamId, member } = row;
  if (member) await sql`update team_members set role = 'member' where id = ${member}`;
  else await makeTeamMember(db, personId, teamId, "member");
  await sql`update people set disabled_at = null where id = ${personId}`;
  return { personId, teamId };
}

const isUp = (world: World) =>
  world.database().sql`select 1`.then(
    () => true,
    () => false,
  );

async function startAnotherCycle(world: World): Promise<string[]> {
  const { db, sql } = world.database();
  const [cycle] = await sql<{ team_id: string; created_by: string }[]>`
    select team_id, created_by from cycles where title = ${CYCLE}`;
  if (!cycle) throw new Error("the demo has no cycle");
  const { cycleId } = await startCycle(testContext(db, new Date()).as(cycle.created_by), {
    teamId: cycle.team_id,
    title: "Een lus om te beproeven",
    need: "Beproeven",
    needOwner: "pupils",
    targetGroup: "",
    projectId: "",
    parentId: "",
    themeId: "",
    endsOn: "",
    carePhase: "",
    language: "nl",
  });
  const rows = await sql<{ document_id: string }[]>`
    select document_id from phase_documents where cycle_id = ${cycleId}`;
  if (rows.length !== STAGES.length) throw new Error("a cycle without all its documents");
  return rows.map((row) => row.document_id);
}

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { connectDocument } from "#realtime/client/index.ts";
import { markersIn, Typist, until } from "#tests/support/typist.ts";
import { startWorld, type World } from "#tests/support/world.ts";
import { rounds } from "./case.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";
const WRITERS = ["lien", "jonas", "karen"] as const;
const KILLS = rounds(2, 20);

let world: World;
afterAll(() => world?.stop());

/** faults.test.ts kills nodes that share a database; here the database is the application's own, and dies with it. */
test("T75: an application that is killed with its own database has every acknowledged edit after the restart, once", async () => {
  world = await startWorld({ database: "own" });
  const [node] = world.nodes;
  const cookies = await Promise.all(WRITERS.map((writer) => world.cookieOf(writer)));
  const documentId = await documentOf(world.url, cookies[0] as string);
  const typists: Typist[] = [];

  for (let kill = 0; kill < KILLS; kill++) {
    const open = cookies.map(
      (cookie, index) => new Typist(`${index}-${kill}`, documentId, { url: world.url, cookie, storage: "none" }),
    );
    typists.push(...open);
    await Promise.all(open.map(({ document }) => document.synced));
    const typing = setInterval(() => {
      for (const typist of open) typist.type();
    }, 10);
    await until(() => open.some((typist) => typist.waits.length > 20), "something is saved");
    await sleep(Math.random() * 100);
    await node?.kill();
    clearInterval(typing);
    // What was said to be saved before the kill may still be on its way to us.
    await sleep(100);
    for (const typist of open) typist.settle();
    await Promise.all(open.map((typist) => typist.close()));
    await node?.restart();
  }

  const reader = await connectDocument({ url: world.url, cookie: cookies[0], documentId, storage: "none" });
  const counts = markersIn(reader.doc);
  await reader.close();
  const due = typists.flatMap(({ saved, doomed }) => [...saved].filter((marker) => !doomed.has(marker)));
  expect(due.length).toBeGreaterThan(20);
  expect(due.filter((marker) => counts.get(marker) !== 1)).toEqual([]);
});

/** The document of the stage where the cycle is, found as a page would: through what the server answers. */
async function documentOf(url: string, cookie: string): Promise<string> {
  const headers = { Cookie: cookie, Accept: "application/json" };
  const start = (await (await fetch(`${url}/data/start`, { headers })).json()) as {
    own: { id: string; title: string }[];
  };
  const cycle = start.own.find(({ title }) => title === CYCLE);
  const view = (await (await fetch(`${url}/data/lussen/${cycle?.id}`, { headers })).json()) as {
    stages: { stage: string; document: { id: string } | null }[];
  };
  return view.stages.find(({ stage }) => stage === "implement")?.document?.id as string;
}

import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { PersonKey } from "#content/demo/story.ts";
import { RawEditor } from "#realtime/live/testing/raw-client.ts";
import { LIMITS } from "#realtime/wire/limits.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, isFull, percentile, rounds } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { enter, type Guest, LOSSES, type Loss, letIn, sendHome, takeAway, watchLoss } from "../guests.ts";

/** Several, because one person may bring only so many new client ids a minute. */
const GUESTS = ["sofie", "mieke", "yusuf", "leila", "wout", "joris", "marijn", "greet"] as const satisfies PersonKey[];

export const losingAccess: FaultCase = {
  id: "T01",
  sentence:
    "who is removed, made a reader, signed out or closed off loses the document on both nodes, and writes no more",
  async run(ground) {
    const { world } = ground;
    const staff = await world.cookieOf("fatima", ground.balancer);
    const wanted = rounds(4, 240);
    const lost: Lost[] = [];
    while (lost.length < wanted) {
      const who = GUESTS[lost.length % GUESTS.length] as PersonKey;
      lost.push(
        await loseOne(
          ground,
          LOSSES[(lost.length + Math.floor(lost.length / GUESTS.length)) % LOSSES.length] as Loss,
          who,
          staff,
          lost.length < GUESTS.length,
        ),
      );
    }
    const unheard = isFull ? await loseUnheard(ground) : null;
    const of = (pick: (one: Lost) => number | null) => lost.map(pick).filter((value) => value !== null);
    return {
      revocations: lost.length,
      ...spread(
        "here",
        of(({ hereMs }) => hereMs),
      ),
      ...spread(
        "across",
        of(({ acrossMs }) => acrossMs),
      ),
      ...spread(
        "readRefused",
        of(({ readMs }) => readMs),
      ),
      ...(unheard && { revocationsWithoutRedis: unheard.length, ...spread("withoutRedis", unheard) }),
    };
  },
};

const spread = (name: string, values: readonly number[]) => ({
  [`${name}P50Ms`]: percentile(values, 0.5),
  [`${name}P95Ms`]: percentile(values, 0.95),
  [`${name}P99Ms`]: percentile(values, 0.99),
});

/** In milliseconds since it was asked for, so with the time that the removal itself takes. */
interface Lost {
  hereMs: number;
  acrossMs: number;
  /** When the other node had refused a page; null for who may still read. */
  readMs: number | null;
}

/** Somebody who types on both nodes loses the document, by what a page of the first node is asked. */
async function loseOne(
  ground: Ground,
  loss: Loss,
  person: PersonKey,
  staff: string,
  isStubborn: boolean,
): Promise<Lost> {
  const { nodes, cookies, world, newDocument } = ground;
  const { sql } = world.database();
  const documentId = await newDocument();
  const guest = await letIn(ground, person);
  const typists = await Promise.all(nodes.map((node) => enter(ground, guest, documentId, node)));
  const crowd = new Crowd(typists, 100);
  const losses = typists.map(watchLoss);
  await until(() => typists.every(({ waits }) => waits.length > 0), "both type");
  // A client of one's own making hears nothing of it. Not in every round: such tries are counted against a person.
  const stubborn = isStubborn ? await writeAnyhow(ground, guest, documentId) : null;

  const asked = performance.now();
  const by = {
    removed: cookies[0] as string,
    lowered: cookies[0] as string,
    "signed out": guest.cookie,
    closed: staff,
  };
  await takeAway(ground, loss, guest, nodes[0], by[loss]);
  const answeredAt = Date.now();
  const readMs = loss === "lowered" ? null : await readRefused(ground, guest, documentId, asked);
  const [hereMs, acrossMs] = (await Promise.all(losses.map((lost) => lost()))).map((at) => at - asked);
  const kept = () => sql<{ words: number; last: Date | null }[]>`
    select count(*)::int as words, max(created_at) as last from document_updates
    where document_id = ${documentId} and ${guest.personId} = any(person_ids)`;
  const [then] = await kept();
  stubborn?.type("toch nog");
  await sleep(200);
  const [now] = await kept();
  expect(now, `${loss}: nothing is kept of who has lost the document and types on`).toEqual(then);
  expect(then?.last?.getTime() ?? 0, `${loss}: nothing is kept that was typed after the answer`).toBeLessThanOrEqual(
    answeredAt,
  );
  crowd.stop();
  stubborn?.socket.disconnect();
  await Promise.all(typists.map((typist) => typist.close()));
  await sendHome(ground, [guest]);
  return { hereMs: hereMs as number, acrossMs: acrossMs as number, readMs };
}

function writeAnyhow({ nodes, balancer }: Ground, { cookie }: Guest, documentId: string): Promise<RawEditor> {
  return RawEditor.open(nodes[1].url, cookie, documentId, undefined, { origin: balancer.url });
}

async function readRefused({ nodes, world }: Ground, { cookie }: Guest, documentId: string, asked: number) {
  const [row] = await world.database().sql`select cycle_id from phase_documents where document_id = ${documentId}`;
  const headers = { Cookie: cookie, Accept: "application/json" };
  const { status } = await fetch(`${nodes[1].url}/data/lussen/${row?.cycle_id}`, { headers, redirect: "manual" });
  expect([401, 404], "the other node refuses the next page").toContain(status);
  return performance.now() - asked;
}

/** In full only: T81 removes one person without Redis in every run. */
async function loseUnheard(ground: Ground): Promise<number[]> {
  const { redis } = ground.world;
  await redis?.kill();
  const waited: number[] = [];
  for (let wave = 0; wave < 4; wave++) {
    // A wave at another moment between two looks at the database.
    await sleep((LIMITS.pollMs * wave) / 4);
    waited.push(...(await loseAllAtOnce(ground)));
  }
  await redis?.restart();
  return waited;
}

/**
 * The first node removes all guests at the second: half of them type and half only read, so that some are found because
 * they write and some because somebody looks.
 */
async function loseAllAtOnce(ground: Ground): Promise<number[]> {
  const { nodes, cookies, newDocument, world } = ground;
  const documentId = await newDocument();
  const coming = GUESTS.map(async (person) => {
    const guest = await letIn(ground, person);
    return { guest, typist: await enter(ground, guest, documentId, nodes[1]) };
  });
  const there = await Promise.all(coming);
  const writers = there.slice(0, GUESTS.length / 2).map(({ typist }) => typist);
  const crowd = new Crowd(writers, 100);
  await until(() => writers.every(({ waits }) => waits.length > 0), "half of them type");
  const waits = there.map(async ({ guest, typist }) => {
    const lost = watchLoss(typist);
    const asked = performance.now();
    await takeAway(ground, "removed", guest, nodes[0], cookies[0] as string);
    const answered = new Date();
    const waited = (await lost()) - asked;
    const late = await world.database().sql`
      select from document_updates
      where document_id = ${documentId} and ${guest.personId} = any(person_ids) and created_at > ${answered}`;
    expect(late, "words kept of who was removed, without Redis").toHaveLength(0);
    return waited;
  });
  const waited = await Promise.all(waits);
  crowd.stop();
  await Promise.all(there.map(({ typist }) => typist.close()));
  return waited;
}

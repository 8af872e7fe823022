import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Typist, until } from "#tests/support/typist.ts";
import { type FaultCase, harm, isFull, markersOf, NO_HARM, percentile, rounds, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";

const SHORT_PAUSE_MS = sized(1_000, 5_000);

export const pauseDatabase: FaultCase = {
  id: "T79",
  sentence: "while the database stands still people go on typing, nothing is called saved, and all of it arrives",
  async run(ground) {
    const { balancer, cookies, newDocument, gather, conclude } = ground;
    const pauseMs = sized(2_000, 30_000);
    const groups = await Promise.all((await Promise.all([newDocument(), newDocument()])).map((id) => gather(id, 3)));
    const typists = groups.flat();
    const crowd = new Crowd(typists, 100);
    await sleep(500);
    const page = isFull ? () => readPage(balancer.url, cookies[0] as string) : async () => null;
    const { recoveryMs, meanwhile } = await standStill(ground, typists, pauseMs, page);
    if (meanwhile) expect([meanwhile.status, meanwhile.retryAfter]).toEqual([503, true]);

    const shortPauses = rounds(2, 20);
    const recoveries: number[] = [];
    while (recoveries.length < shortPauses) {
      await sleep(1_000);
      recoveries.push((await standStill(ground, typists, SHORT_PAUSE_MS, async () => null)).recoveryMs);
    }
    crowd.stop();
    const signedIn = await fetch(`${balancer.url}/data/start`, { headers: { Cookie: cookies[0] as string } });
    expect(signedIn.status, "nobody has to sign in again").toBe(200);
    const verdicts = await Promise.all(groups.map((group) => conclude(group)));
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    return {
      pauseMs,
      shortPauses,
      shortPauseMs: SHORT_PAUSE_MS,
      clients: typists.length,
      acknowledged: markersOf(verdicts),
      lost: 0,
      doubled: 0,
      falselySaved: 0,
      recoveryMs,
      shortRecoveryP50Ms: percentile(recoveries, 0.5),
      shortRecoveryMaxMs: percentile(recoveries, 1),
      ...(meanwhile && { pageAnsweredAfterMs: meanwhile.ms }),
    };
  },
};

/** The database does nothing for so long, and then goes on. @returns how long everybody waited from there to be saved. */
async function standStill<Seen>(
  { world, nodes, balancer }: Ground,
  typists: readonly Typist[],
  pauseMs: number,
  look: () => Promise<Seen>,
): Promise<{ recoveryMs: number; meanwhile: Seen }> {
  world.cluster?.pause();
  await sleep(300);
  for (const typist of typists) typist.settle();
  const savedAt = typists.map((typist) => typist.waits.length);
  const [meanwhile] = await Promise.all([look(), sleep(pauseMs)]);
  for (const typist of typists) typist.settle();
  expect(typists.map((typist) => typist.waits.length)).toEqual(savedAt);
  expect(typists.map(({ document }) => document.status)).not.toContain("saved");
  // The lines live: a line that broke would have been noticed as one.
  expect(typists.map(({ connection }) => connection.status)).toEqual(typists.map(() => "online"));
  expect(await alive(nodes.map(({ url }) => url))).toEqual([true, true]);

  world.cluster?.resume();
  const back = performance.now();
  await until(() => typists.every((typist, at) => typist.waits.length > (savedAt[at] as number)), "saved again");
  const recoveryMs = Math.round(performance.now() - back);
  await until(() => balancer.isReady(2), "both nodes serve");
  return { recoveryMs, meanwhile };
}

const alive = (urls: readonly string[]) =>
  Promise.all(urls.map(async (url) => (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })).ok));

/** A page while the database does not answer: an answer that asks to come back, and not a crash. */
async function readPage(url: string, cookie: string): Promise<{ status: number; retryAfter: boolean; ms: number }> {
  const asked = performance.now();
  const { status, headers } = await fetch(`${url}/data/start`, { headers: { Cookie: cookie } });
  return { status, retryAfter: headers.has("Retry-After"), ms: Math.round(performance.now() - asked) };
}

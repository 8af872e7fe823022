import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { Network } from "#realtime/client/testing/network.ts";
import { contentHash } from "#realtime/wire/content-hash.ts";
import { markersIn, until } from "#tests/support/typist.ts";
import type { Figures } from "../case.ts";
import { harm, NO_HARM } from "../case.ts";
import type { Ground } from "../ground.ts";
import { letIn, sendHome } from "../guests.ts";
import { CHECKED_WITHIN_MS, NOTICED_WITHIN_MS } from "./at-a-line.ts";
import { CheckWatch } from "./check-watch.ts";
import { Laptop, type LaptopState } from "./laptop.ts";

const HOUR_MS = 3_600_000;
const STANDS_STILL_MS = 90_000;

/**
 * A laptop sleeps three times, each time with a word typed as its lid closes, on a line that leads nowhere any more:
 *
 * - for 90 seconds in which its process stands still, so that its timers are overdue when it wakes;
 * - over a night, in which its timers stand still and its clock does not: it wakes in the same moment, ten hours later;
 * - over a long weekend, in the same way, after which the session is over too.
 */
export async function asleep(ground: Ground): Promise<Figures> {
  const { nodes, balancer, newDocument, gather, conclude, world } = ground;
  const documentId = await newDocument();
  const network = await Network.to(nodes[0].url);
  const checks = new CheckWatch(network);
  const colleagues = await gather(documentId, 1, nodes[1].url);
  const laptop = new Laptop();
  const guest = await letIn(ground, "mieke");
  const open = (cookie: string, name: string) =>
    laptop.does({ do: "open", name, documentId, reach: { url: network.url, origin: balancer.url, cookie } });
  const type = async () =>
    expect((await laptop.does({ do: "type" })).status, "on a line that is lost").not.toBe("saved");
  try {
    await open(guest.cookie, "lap1");
    const back: Woken[] = [];

    let before = await laptop.tell();
    network.strand();
    await type();
    laptop.suspend();
    colleagues[0]?.type();
    await sleep(STANDS_STILL_MS);
    laptop.wake();
    back.push(await awake(laptop, checks, before, type));

    before = await laptop.tell();
    network.strand({ tellNode: true });
    await type();
    await laptop.does({ do: "set clock", aheadMs: 10 * HOUR_MS });
    back.push(await awake(laptop, checks, before, type));

    before = await laptop.tell();
    network.strand({ tellNode: true });
    await type();
    await world.database()
      .sql`update sessions set expires_at = now() - interval '1 hour' where person_id = ${guest.personId}`;
    await laptop.does({ do: "set clock", aheadMs: 72 * HOUR_MS });
    const { noticedMs: weekendNoticedMs } = await notices(laptop, before);
    await until(async () => (await laptop.tell()).line === "signed-out", "it says that the session is over");
    const { passed } = checks;
    const signedIn = performance.now();
    await open((await letIn(ground, "mieke")).cookie, "lap2");
    const weekend = await checked(laptop, checks, passed, signedIn);

    const { words, hash } = await laptop.tell();
    await until(() => words.every((word) => markersIn(colleagues[0]!.document.doc).has(word)), "a colleague has them");
    const counts = markersIn(colleagues[0]!.document.doc);
    expect(words.map((word) => counts.get(word))).toEqual(words.map(() => 1));
    expect(contentHash(colleagues[0]!.document.doc)).toBe(hash);
    expect([checks.failed, checks.complaints], "differences, and refusals that no honest page earns").toEqual([0, 0]);
    const verdict = await conclude(colleagues);
    expect(harm([verdict])).toEqual(NO_HARM);
    const [stoodStill, night] = back as [Woken, Woken];
    return {
      stoodStillMs: STANDS_STILL_MS,
      stoodStillNoticedMs: stoodStill.noticedMs,
      stoodStillCheckedMs: stoodStill.checkedMs,
      nightNoticedMs: night.noticedMs,
      nightCheckedMs: night.checkedMs,
      weekendNoticedMs,
      weekendCheckedMs: weekend,
      wordsOfTheLaptop: words.length,
    };
  } finally {
    await laptop.close();
    await network.close();
    await sendHome(ground, [guest]);
  }
}

interface Woken {
  noticedMs: number;
  checkedMs: number;
}

/** Types as soon as it wakes; the line has to be noticed as lost, and everything to be saved and compared after that. */
async function awake(laptop: Laptop, checks: CheckWatch, before: LaptopState, type: () => Promise<void>) {
  const woke = performance.now();
  const { passed } = checks;
  await type();
  const { noticedMs } = await notices(laptop, before, woke);
  await until(async () => (await laptop.tell()).line === "online", "it has a line again");
  return { noticedMs, checkedMs: await checked(laptop, checks, passed, performance.now()) };
}

async function notices(laptop: Laptop, { losses }: LaptopState, from = performance.now()) {
  await until(async () => (await laptop.tell()).losses > losses, "the loss is noticed");
  const noticedMs = Math.round(performance.now() - from);
  expect(noticedMs).toBeLessThan(NOTICED_WITHIN_MS);
  return { noticedMs };
}

/** @returns after how long the node said that both read the same; everything was saved by then. */
async function checked(laptop: Laptop, checks: CheckWatch, passed: number, from: number): Promise<number> {
  await until(async () => (await laptop.tell()).status === "saved", "everything is saved");
  await until(() => checks.passed > passed, "both are seen to read the same", CHECKED_WITHIN_MS);
  return Math.round(performance.now() - from);
}

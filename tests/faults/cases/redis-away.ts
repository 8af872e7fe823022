import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { startRedis } from "#tests/support/redis.ts";
import type { Typist } from "#tests/support/typist.ts";
import { markersIn, until } from "#tests/support/typist.ts";
import type { Verdict } from "#tests/support/verdict.ts";
import { type FaultCase, harm, isFull, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { enter, type Guest, letIn, takeAway, watchLoss } from "../guests.ts";

/** Documents of others are not there, for who asks. */
const FORBIDDEN = "Error: NOT_FOUND";

export const redisAway: FaultCase = {
  id: "T81",
  sentence:
    "two nodes without Redis, or each with an empty one of its own, show each other everything and lose nothing, and who is removed is out",
  async run(ground) {
    const { world } = ground;
    const [here, there, crowd] = await onBothNodes(ground);
    const { documentId } = (here[0] as Typist).document;
    const guest = await letIn(ground, "sofie");
    const removed = await enter(ground, guest, documentId, ground.nodes[1]);
    await world.redis?.kill();
    const acrossMs = await untilSeen(here, there);
    await sleep(sized(0, 300_000));
    const lateMs = await untilSeen(there, here);
    const sameNodeMs = await untilSeen(here, here);
    const outMs = await removeUnheard(ground, guest, removed);
    const late = removed.typeForGood();
    await world.redis?.restart();
    await sleep(sized(500, 10_000));
    const backMs = await untilSeen(here, there);
    const again = await Promise.all(ground.nodes.map((node) => enter(ground, guest, documentId, node).catch(String)));
    expect(again, "who was removed stays out, on both nodes").toEqual([FORBIDDEN, FORBIDDEN]);
    expect(markersIn((there[0] as Typist).document.doc).has(late), "what was typed after it").toBe(false);
    await removed.close();
    crowd.stop();
    const away = await ground.conclude([...here, ...there]);

    const apart = isFull ? await eachWithItsOwn(ground) : null;
    const verdicts = apart ? [away, apart.verdict] : [away];
    expect(harm(verdicts), "acknowledged edits").toEqual(NO_HARM);
    const acknowledged = markersOf(verdicts);
    return {
      awayMs: sized(0, 300_000),
      acknowledged,
      lost: 0,
      doubled: 0,
      acrossMs,
      lateMs,
      sameNodeMs,
      outMs,
      backMs,
      ...(apart && { apartMs: apart.ms }),
    };
  },
};

/** A page of the first node removes somebody at the second. @returns how long they stayed, in milliseconds. */
async function removeUnheard(ground: Ground, guest: Guest, typist: Typist): Promise<number> {
  const lost = watchLoss(typist);
  const asked = performance.now();
  await takeAway(ground, "removed", guest, ground.nodes[0], ground.cookies[0] as string);
  return Math.round((await lost()) - asked);
}

/** In full only: many-nodes.db.test.ts has a bus that drops every hint in every run. */
async function eachWithItsOwn(ground: Ground): Promise<{ verdict: Verdict; ms: number }> {
  const own = await startRedis();
  const [, node] = ground.nodes;
  await node.stop();
  await node.restart({ REDIS_URL: own.url });
  const [left, right, crowd] = await onBothNodes(ground);
  const ms = await untilSeen(left, right);
  crowd.stop();
  const verdict = await ground.conclude([...left, ...right]);
  await node.kill();
  await own.stop();
  return { verdict, ms };
}

async function onBothNodes({ nodes, newDocument, gather }: Ground): Promise<[Typist[], Typist[], Crowd]> {
  const documentId = await newDocument();
  const [here, there] = await Promise.all(nodes.map((node) => gather(documentId, 2, node.url)));
  const groups = [here, there] as [Typist[], Typist[]];
  // Nobody types there: a node that writes itself finds out anyway what the other one wrote.
  return [...groups, new Crowd(here as Typist[], 150)];
}

/** How long what is typed here takes to be seen there, in milliseconds. */
async function untilSeen([author]: Typist[], readers: Typist[]): Promise<number> {
  const typed = performance.now();
  const marker = (author as Typist).typeForGood();
  const reader = readers.at(-1) as Typist;
  await until(() => markersIn(reader.document.doc).has(marker), `${marker} is seen`);
  return Math.round(performance.now() - typed);
}

import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type FaultCase, type Figures, harm, markersOf, NO_HARM, rounds } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { asleep } from "../lost-lines/asleep.ts";
import { AtALine, type Loss, worst } from "../lost-lines/at-a-line.ts";

const SILENT_MS = 90_000;
const IDLE_MS = 60_000;
const PEOPLE = 10;

/** In full only, with the real intervals; realtime/client/bad-network.db.test.ts does it in every run with short ones. */
export const silentLine: FaultCase = {
  id: "T89",
  sentence: "a line that is lost without a word is noticed within 45 seconds, and what was typed meanwhile arrives",
  async run(ground) {
    const lines = await lostLines(ground);
    const laptop = await asleep(ground);
    return { ...lines, ...laptop };
  },
};

/** Ten people, each at a line of their own: it goes silent, is killed when nobody types, and comes from elsewhere. */
async function lostLines(ground: Ground): Promise<Figures> {
  const documentId = await ground.newDocument();
  const people = await AtALine.come(ground, documentId, PEOPLE);
  const typists = people.map(({ typist }) => typist);
  const silent = worst(await goSilent(people));

  const killed: Loss[] = [];
  while (killed.length < rounds(PEOPLE, 50)) {
    await sleep(IDLE_MS);
    const isTold = killed.length % (2 * PEOPLE) === 0;
    const kill = (person: AtALine) =>
      person.lose((network) => {
        if (!isTold) expect(network.forget()).toBe(1);
        else {
          network.cut();
          network.restore();
        }
      });
    killed.push(...(await Promise.all(people.map(kill))));
  }

  // Half of them to the other node.
  const moved = worst(
    await Promise.all(
      people.map((person, index) => {
        const node = ground.nodes[(index < PEOPLE / 2 ? index : index + 1) % 2] as (typeof ground.nodes)[0];
        return person.lose((network) => {
          network.moveTo("127.0.0.2");
          network.restore(node.url);
        });
      }),
    ),
  );
  const verdict = await ground.conclude(typists);
  await Promise.all(people.map(({ network }) => network.close()));
  expect(people.map(({ checks }) => checks.failed + checks.complaints)).toEqual(people.map(() => 0));
  expect(harm([verdict])).toEqual(NO_HARM);
  const { noticedMs, savedMs, checkedMs } = worst(killed);
  return {
    people: PEOPLE,
    silentMs: SILENT_MS,
    noticedMs: silent.noticedMs,
    silentCheckedMs: silent.checkedMs,
    idleMs: IDLE_MS,
    kills: killed.length,
    killNoticedMs: noticedMs,
    killSavedMs: savedMs,
    killCheckedMs: checkedMs,
    movedNoticedMs: moved.noticedMs,
    movedCheckedMs: moved.checkedMs,
    acknowledged: markersOf([verdict]),
    lost: 0,
  };
}

/** Everybody goes on typing into the silence; who has noticed it does not seem to be there before it is over. */
async function goSilent(people: readonly AtALine[]): Promise<Loss[]> {
  const until = performance.now() + SILENT_MS;
  const crowd = { now: null as Crowd | null };
  return Promise.all(
    people.map((person) =>
      person.lose(
        (network) => {
          network.silence();
          crowd.now ??= new Crowd(
            people.map(({ typist }) => typist),
            500,
          );
        },
        async (network) => {
          while (performance.now() < until) {
            expect(person.typist.connection.status).not.toBe("online");
            await sleep(100);
          }
          crowd.now?.stop();
          network.restore();
        },
      ),
    ),
  );
}

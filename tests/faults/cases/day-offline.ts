import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { memoryDevice, type Overlap } from "#realtime/client/index.ts";
import { Network } from "#realtime/client/testing/network.ts";
import { markersIn, type Typist, until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";
import type { Ground } from "../ground.ts";
import { enter, letIn, sendHome } from "../guests.ts";

/** From ten seconds on what two make of one paragraph is compared. */
const APART_MS = 10_500;

export const dayOffline: FaultCase = {
  id: "T87",
  sentence:
    "people who worked without a line all day come back, one of them signed out: everything of all is there, and what two made of one paragraph is theirs to choose from",
  async run(ground) {
    const { nodes, newDocument, gather, conclude } = ground;
    const operations = sized(300, 2_000);
    const documentId = await newDocument();
    const networks = await Promise.all(
      [0, 1, 2, 3].map((index) => Network.to((nodes[index % 2] as (typeof nodes)[0]).url)),
    );
    const [ownLine] = networks as [Network];
    const people = (await Promise.all(networks.slice(1).map(({ url }) => gather(documentId, 1, url)))).flat();
    const guest = await letIn(ground, "mieke");
    const device = memoryDevice();
    const expired = await enter(ground, guest, documentId, ownLine, device);
    for (const network of networks) network.cut();
    const apart = sleep(APART_MS);
    await until(() => [...people, expired].every(({ connection }) => connection.status !== "online"), "all noticed");
    for (const person of people) for (let count = 0; count < operations; count++) person.type();
    const words = Array.from({ length: sized(50, 500) }, () => expired.typeForGood());
    await ground.world.database()
      .sql`update sessions set expires_at = now() - interval '1 hour' where person_id = ${guest.personId}`;
    await rename(ground, documentId);
    // Two of them also change the same paragraph.
    const [first, second] = people.map(({ document }) => document.doc.getXmlFragment(ROOT));
    const opening = textIn(first as Y.XmlFragment);
    opening.insert(0, "Herschreven: ");
    const extended = textIn(second as Y.XmlFragment);
    extended.insert(extended.length, " en verder geschreven");

    await apart;
    for (const network of networks) network.restore();
    const savedMs = Math.max(...(await Promise.all(people.map(mergedMs))));
    const signedInMs = await signInAgain(expired, words, async () =>
      enter(ground, await letIn(ground, "mieke"), documentId, ownLine, device),
    );
    const colleague = people[2] as Typist;
    await until(() => words.every((word) => markersIn(colleague.document.doc).has(word)), "a colleague has them");
    const counts = markersIn(colleague.document.doc);
    expect(
      words.filter((word) => counts.get(word) !== 1),
      "once each",
    ).toEqual([]);
    const merged = textIn(colleague.document.doc.getXmlFragment(ROOT));
    const verdict = await conclude(people);
    expect(merged.toString()).toContain("Herschreven: ");
    expect(merged.toString()).toContain(" en verder geschreven");
    // Whoever of the two came in after the other is asked which it shall be.
    const toChoose = people.slice(0, 2).flatMap(({ document }) => document.overlaps);
    expect(toChoose.map(bothTexts)).toContainEqual([true, true]);
    await Promise.all(networks.map((network) => network.close()));
    await sendHome(ground, [guest]);
    expect(harm([verdict])).toEqual(NO_HARM);
    const acknowledged = markersOf([verdict]) + words.length;
    return { people: 4, operations, acknowledged, lost: 0, doubled: 0, savedMs, signedInMs };
  },
};

/** From the moment that the line is there again (a browser says when; here it is tried ever more seldom) to all saved. */
async function mergedMs(person: Typist): Promise<number> {
  await until(() => person.connection.status === "online", "the line is back");
  const back = performance.now();
  await until(() => person.isDone, "everything is saved");
  return Math.round(performance.now() - back);
}

/** Whether one side has the words of the one, and the other side those of the other. */
function bothTexts({ own, others }: Overlap): boolean[] {
  const [mine, theirs] = [own, others].map((side) => side.map(textOf).join());
  return ["Herschreven: ", " en verder geschreven"].map((words) => mine?.includes(words) !== theirs?.includes(words));
}

/** The page of who has no session any more says so and keeps the words; a new one, signed in, sends them by itself. */
async function signInAgain(expired: Typist, words: readonly string[], again: () => Promise<Typist>): Promise<number> {
  await until(() => expired.connection.status === "signed-out", "it says that the session is over");
  const { pending } = expired.document.acknowledged;
  expect(pending, "nothing of it was taken without a session").toBe(words.length);
  await expired.close();
  const began = performance.now();
  const returned = await again();
  await until(() => returned.document.status === "saved", "what was written without a session is saved");
  await returned.close();
  return Math.round(performance.now() - began);
}

/** A colleague who is there renames the cycle, and then who saw the old name does: that is a choice, and no loss. */
async function rename(ground: Ground, documentId: string): Promise<void> {
  const { nodes, balancer, cookies } = ground;
  const { sql } = ground.world.database();
  const cycle = async () => {
    const [row] = await sql<{ id: string; title: string; version: number }[]>`
      select c.id, c.title, c.version from cycles c join phase_documents d on d.cycle_id = c.id
      where d.document_id = ${documentId}`;
    return row as { id: string; title: string; version: number };
  };
  const { id, version } = await cycle();
  const send = (title: string, cookie = "") =>
    fetch(`${nodes[0].url}/lussen/${id}/over?_data=routes/cycle.about`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: balancer.url, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ version: String(version), title, need: "Beproeven", needOwner: "pupils" }),
    });
  expect((await send("Hernoemd", cookies[0])).status).toBe(200);
  expect((await send("Anders hernoemd", cookies[1])).status).toBe(409);
  expect((await cycle()).title).toBe("Hernoemd");
}

const textIn = (fragment: Y.XmlFragment) =>
  fragment
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement && block.nodeName === "paragraph" ? block.toArray() : []))
    .find((child) => child instanceof Y.XmlText) as Y.XmlText;

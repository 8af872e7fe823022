import { expect } from "vitest";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { Network } from "#realtime/client/testing/network.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";

export const dayOffline: FaultCase = {
  id: "T87",
  sentence: "three people who worked without a line all day come back, and everything of all three is there",
  async run({ nodes, newDocument, gather, conclude }) {
    const operations = sized(300, 2_000);
    const documentId = await newDocument();
    const networks = await Promise.all(
      [0, 1, 2].map((index) => Network.to((nodes[index % 2] as (typeof nodes)[0]).url)),
    );
    const people = (await Promise.all(networks.map(({ url }) => gather(documentId, 1, url)))).flat();
    for (const network of networks) network.cut();
    await until(() => people.every(({ connection }) => connection.status !== "online"), "all have noticed");
    for (const person of people) for (let count = 0; count < operations; count++) person.type();
    // Two of them also change the same paragraph.
    const [first, second] = people.map(({ document }) => document.doc.getXmlFragment(ROOT));
    const opening = textIn(first as Y.XmlFragment);
    opening.insert(0, "Herschreven: ");
    const extended = textIn(second as Y.XmlFragment);
    extended.insert(extended.length, " en verder geschreven");

    const back = performance.now();
    for (const network of networks) network.restore();
    await until(() => people.every((person) => person.isDone), "everything is saved");
    const savedMs = Math.round(performance.now() - back);
    const merged = textIn(people[2]?.document.doc.getXmlFragment(ROOT) as Y.XmlFragment);
    const verdict = await conclude(people);
    expect(merged.toString()).toContain("Herschreven: ");
    expect(merged.toString()).toContain(" en verder geschreven");
    await Promise.all(networks.map((network) => network.close()));
    expect(harm([verdict])).toEqual(NO_HARM);
    return { people: people.length, operations, acknowledged: markersOf([verdict]), lost: 0, doubled: 0, savedMs };
  },
};

const textIn = (fragment: Y.XmlFragment) =>
  fragment
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement && block.nodeName === "paragraph" ? block.toArray() : []))
    .find((child) => child instanceof Y.XmlText) as Y.XmlText;

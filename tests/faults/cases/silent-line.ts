import { expect } from "vitest";
import { Network } from "#realtime/client/testing/network.ts";
import { until } from "#tests/support/typist.ts";
import { type FaultCase, harm, markersOf, NO_HARM } from "../case.ts";

/** In full only, with the real intervals; realtime/client/bad-network.db.test.ts does it in every run with short ones. */
export const silentLine: FaultCase = {
  id: "T89",
  sentence: "a line that went silent is noticed within 45 seconds, and what was typed meanwhile arrives",
  async run({ nodes, newDocument, gather, conclude }) {
    const network = await Network.to(nodes[0].url);
    const documentId = await newDocument();
    const [person] = await gather(documentId, 1, network.url);
    const others = await gather(documentId, 1, nodes[1].url);
    if (!person) throw new Error("nobody came");
    network.silence();
    const silent = performance.now();
    person.type();
    await until(() => person.connection.status !== "online", "the silence is noticed", 90_000);
    const noticedMs = Math.round(performance.now() - silent);
    expect(noticedMs).toBeLessThan(45_000);
    expect(person.document.status).not.toBe("saved");
    network.restore();
    const verdict = await conclude([person, ...others]);
    await network.close();
    expect(harm([verdict])).toEqual(NO_HARM);
    return { noticedMs, acknowledged: markersOf([verdict]), lost: 0 };
  },
};

import { expect } from "vitest";
import { Network } from "#realtime/client/testing/network.ts";
import { type Typist, until } from "#tests/support/typist.ts";
import type { FaultCase } from "../case.ts";

/** In full only: it takes as long as people may be seen after they are gone. */
export const ghosts: FaultCase = {
  id: "T26",
  sentence: "somebody whose browser or node died is gone from everybody's screen within 35 seconds",
  async run({ nodes, newDocument, gather, conclude }) {
    const documentId = await newDocument();
    const network = await Network.to(nodes[0].url);
    const [watcher] = await gather(documentId, 1, nodes[1].url);
    const [silent] = await gather(documentId, 1, network.url);
    const [onNode] = await gather(documentId, 1, nodes[0].url);
    if (!watcher || !silent || !onNode) throw new Error("nobody came");
    for (const person of [silent, onNode]) person.document.awareness.setLocalState({ cursor: null });
    await until(() => seenBy(watcher) === 2, "both are seen");
    network.silence();
    const silence = performance.now();
    await until(() => seenBy(watcher) < 2, "the silent one is gone", 60_000);
    const browserMs = Math.round(performance.now() - silence);
    await nodes[0].kill();
    const killed = performance.now();
    await until(() => seenBy(watcher) === 0, "the one on the dead node is gone", 60_000);
    const nodeMs = Math.round(performance.now() - killed);
    expect(Math.max(browserMs, nodeMs)).toBeLessThan(35_000);
    await conclude([watcher]);
    await network.close();
    return { browserMs, nodeMs };
  },
};

/** How many others somebody sees. */
const seenBy = ({ document }: Typist) =>
  [...document.awareness.getStates()].filter(([client, state]) => client !== document.doc.clientID && state.user)
    .length;

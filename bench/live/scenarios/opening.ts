import { setTimeout as sleep } from "node:timers/promises";
import {
  closeAll,
  type Figures,
  newClientIds,
  newDocuments,
  openAll,
  type Scenario,
  sameDocument,
  withServer,
} from "./scenario.ts";

const SETTLES_WITHIN_MS = 50;

/** A long document (B4), opened by somebody who has nothing of it: from the store, then from memory. */
export const opening: Scenario = {
  id: "opening",
  readsOnly: true,
  needsDocuments: true,
  rows: ["cold", "warm"].flatMap((how) => [`open-${how}-ms`, `open-${how}-cpu`, `open-${how}-bytes`]),
  async measure(bench, contestant) {
    const rows: Figures = {};
    const { id, material } = bench.library.b4;
    const [short] = newDocuments(1) as [string];
    return withServer(bench, contestant, [short], async (server) => {
      // The code of an opening is compiled; this document has not been touched.
      const others = await openAll(contestant, sameDocument(server.port, short, 10, newClientIds()));
      for (const how of ["cold", "warm"]) {
        await sleep(SETTLES_WITHIN_MS);
        const before = await server.cpuMs();
        const start = performance.now();
        const clientId = newClientIds();
        const client = contestant.connect({
          port: server.port,
          document: id,
          clientId,
          atLeastBytes: material.state.length,
        });
        await client.ready;
        rows[`open-${how}-ms`] = performance.now() - start;
        await sleep(SETTLES_WITHIN_MS);
        rows[`open-${how}-cpu`] = (await server.cpuMs()) - before;
        rows[`open-${how}-bytes`] = client.bytesReceived / 1024;
        others.push(client);
      }
      closeAll(others);
      return rows;
    });
  },
};

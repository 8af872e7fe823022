import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../measure/median.ts";
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

/** A collection of some 30 ms, by helper threads too, falls in one opening or another: a median leaves it out. */
const WARM_OPENINGS = 7;

/** A long document (B4), opened by somebody who has nothing of it: from the store, then from memory. */
export const opening: Scenario = {
  id: "opening",
  readsOnly: true,
  needsDocuments: true,
  rows: ["cold", "warm"].flatMap((how) => [`open-${how}-ms`, `open-${how}-cpu`, `open-${how}-bytes`]),
  async measure(bench, contestant) {
    const { id, material } = bench.library.b4;
    const [short] = newDocuments(1) as [string];
    return withServer(bench, contestant, [short], async (server) => {
      // The code of an opening is compiled; this document has not been touched.
      const clients = await openAll(contestant, sameDocument(server.port, short, 10, newClientIds()));
      const openOnce = async () => {
        await sleep(SETTLES_WITHIN_MS);
        const before = await server.cpuMs();
        const start = performance.now();
        const client = contestant.connect({
          port: server.port,
          document: id,
          clientId: newClientIds(),
          atLeastBytes: material.state.length,
        });
        clients.push(client);
        await client.ready;
        const ms = performance.now() - start;
        await sleep(SETTLES_WITHIN_MS);
        return { ms, cpu: (await server.cpuMs()) - before, bytes: client.bytesReceived / 1024 };
      };
      const rows: Figures = {};
      const cold = await openOnce();
      const warm = [];
      for (let times = 0; times < WARM_OPENINGS; times++) warm.push(await openOnce());
      for (const part of ["ms", "cpu", "bytes"] as const) {
        rows[`open-cold-${part}`] = cold[part];
        rows[`open-warm-${part}`] = median(warm.map((opened) => opened[part]));
      }
      closeAll(clients);
      return rows;
    });
  },
};

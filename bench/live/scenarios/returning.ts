import type { Contestant } from "../contestants.ts";
import type { ServerProcess } from "../measure/server-process.ts";
import { closeAll, type Figures, mustBeWell, newClientIds, openAll, type Scenario, withServer } from "./scenario.ts";

const DOCUMENTS = 100;

/**
 * A switch in the school comes back and everybody connects at once, with all of the document on their device: 200 in
 * one long document (B4), then 1,000 in a hundred of 20 kB. The documents are open already.
 */
export const returning: Scenario = {
  id: "returning",
  readsOnly: true,
  needsDocuments: true,
  rows: ["return-200-ms", "return-200-cpu", "return-1000-ms", "return-1000-cpu"],
  async measure(bench, contestant) {
    const { b4, long } = bench.library;
    return withServer(bench, contestant, [], async (server) => {
      const documents = long.ids.slice(0, DOCUMENTS);
      const holders = await openAll(contestant, [
        { port: server.port, document: b4.id, clientId: newClientIds(), atLeastBytes: b4.material.state.length },
        ...documents.map((document) => ({
          port: server.port,
          document,
          clientId: newClientIds(),
          atLeastBytes: long.material.state.length,
        })),
      ]);
      const inB4 = Array.from({ length: 200 }, () => ({ document: b4.id, vector: b4.material.vector }));
      const inLong = Array.from({ length: 1_000 }, (_, index) => ({
        document: documents[index % documents.length]!,
        vector: long.material.vector,
      }));
      const figures = {
        ...(await comeBack(contestant, server, "return-200", inB4)),
        ...(await comeBack(contestant, server, "return-1000", inLong)),
      };
      closeAll(holders);
      return figures;
    });
  },
};

async function comeBack(
  contestant: Contestant,
  server: ServerProcess,
  row: string,
  people: readonly { document: string; vector: Uint8Array }[],
): Promise<Figures> {
  const first = newClientIds();
  const before = await server.cpuMs();
  const start = performance.now();
  const clients = await openAll(
    contestant,
    people.map((person, index) => ({ ...person, port: server.port, clientId: first + index })),
  );
  const ms = performance.now() - start;
  const cpu = (await server.cpuMs()) - before;
  mustBeWell(clients);
  closeAll(clients);
  return { [`${row}-ms`]: ms, [`${row}-cpu`]: cpu };
}

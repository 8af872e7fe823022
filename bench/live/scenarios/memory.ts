import {
  closeAll,
  type Figures,
  mustBeWell,
  newClientIds,
  newDocuments,
  openAll,
  type Scenario,
  sameDocument,
  withServer,
} from "./scenario.ts";

const WARM_UP = 20;
const CONNECTIONS = 1_000;

/**
 * Memory of people who are there and do nothing, all in one short document; then of documents of 20 kB that somebody
 * has open. After a collection, so that it is what stays.
 */
export const memory: Scenario = {
  id: "memory",
  readsOnly: true,
  rows: ["connect-cpu", "memory-connection", "memory-document"],
  measure(bench, contestant) {
    const [document] = newDocuments(1) as [string];
    const { openDocuments } = bench.effort;
    const { ids, material } = bench.library.long;
    return withServer(bench, contestant, [document], async (server) => {
      const first = newClientIds();
      const toLong = (id: string, index: number) => ({
        port: server.port,
        document: id,
        clientId: first + index,
        atLeastBytes: contestant.kind === "floor" ? 0 : material.state.length,
      });
      // What the first ones cost (modules, threads, compiled code) is not theirs.
      const others = await openAll(contestant, sameDocument(server.port, document, WARM_UP, first));
      others.push(...(await openAll(contestant, ids.slice(0, WARM_UP).map(toLong))));
      const before = { held: await server.memory(), cpu: await server.cpuMs() };
      const crowd = await openAll(contestant, sameDocument(server.port, document, CONNECTIONS, first + 10_000));
      const connecting = (await server.cpuMs()) - before.cpu;
      const connected = await server.memory();
      const figures: Figures = {
        "connect-cpu": connecting / CONNECTIONS,
        "memory-connection": (connected - before.held) / CONNECTIONS / 1024,
      };
      if (contestant.kind === "floor") figures["memory-document"] = "keeps no documents";
      else {
        const opened = ids.slice(WARM_UP, WARM_UP + openDocuments);
        const readers = await openAll(
          contestant,
          opened.map((id, index) => toLong(id, WARM_UP + index)),
        );
        const more = (await server.memory()) - connected;
        figures["memory-document"] = more / opened.length / 1024;
        mustBeWell(readers);
        closeAll(readers);
      }
      mustBeWell(crowd);
      closeAll([...crowd, ...others]);
      return figures;
    });
  },
};

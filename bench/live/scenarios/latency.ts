import { LATENCY_CROWDS } from "../effort.ts";
import { TypingLoad } from "../load/typing.ts";
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

/** A quick typist in the office, or ten people at their usual speed. */
const perSecondOf = (typists: number) => (typists === 1 ? 40 : 10 * typists);

/** The time from sending an edit to its arrival at each of the others; and the bytes for it between two people. */
export const latency: Scenario = {
  id: "latency",
  rows: [
    ...LATENCY_CROWDS.flatMap((crowd) => [`latency-p50-${name(crowd)}`, `latency-p99-${name(crowd)}`]),
    "bytes-2-clients",
  ],
  measure(bench, contestant) {
    const { crowds, ms } = bench.effort.latency;
    const documents = newDocuments(crowds.length);
    return withServer(bench, contestant, documents, async ({ port }) => {
      const figures: Figures = {};
      for (const [index, crowd] of crowds.entries()) {
        const first = newClientIds();
        const clients = await openAll(contestant, sameDocument(port, documents[index]!, crowd.clients, first));
        const load = new TypingLoad([{ clients, typing: crowd.typists, anchor: bench.short.anchor }], first);
        const perSecond = perSecondOf(crowd.typists);
        // Who came is shown to the others within a quarter of a second; that is no cost of a letter.
        await load.type(perSecond, 500);
        const bytesBefore = received(clients);
        const typed = await load.type(perSecond, ms);
        mustBeWell(clients);
        figures[`latency-p50-${name(crowd)}`] = typed.latency.quantile(0.5);
        figures[`latency-p99-${name(crowd)}`] = typed.latency.quantile(0.99);
        // A moment for the last acknowledgements.
        await new Promise((resolve) => setTimeout(resolve, 150));
        if (crowd.clients === 2) figures["bytes-2-clients"] = (received(clients) - bytesBefore) / typed.deliveries;
        closeAll(clients);
      }
      return figures;
    });
  },
};

function name({ clients, typists }: { clients: number; typists: number }): string {
  return `${clients}-clients-${typists}-typing`;
}

function received(clients: readonly { bytesReceived: number }[]): number {
  return clients.reduce((sum, client) => sum + client.bytesReceived, 0);
}

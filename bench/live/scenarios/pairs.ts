import { ramp } from "../load/ramp.ts";
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

const DOCUMENTS = 500;
const STEADY_PER_SECOND = 5_000;

/** Five hundred documents with two people each, both typing: nothing to share between receivers. */
export const pairs: Scenario = {
  id: "pairs",
  rows: ["cpu-500x2-5000", "rate-500x2", "deliveries-per-cpu-second-500x2"],
  measure(bench, contestant) {
    const documents = newDocuments(DOCUMENTS);
    return withServer(bench, contestant, documents, async (server) => {
      const first = newClientIds();
      const openings = documents.flatMap((id, index) => sameDocument(server.port, id, 2, first + 2 * index));
      const clients = await openAll(contestant, openings);
      const { anchor } = bench.short;
      const groups = documents.map((_, at) => ({ clients: clients.slice(2 * at, 2 * at + 2), typing: 2, anchor }));
      const load = new TypingLoad(groups, first);
      await load.type(STEADY_PER_SECOND, 500);
      const before = await server.cpuMs();
      const typed = await load.type(STEADY_PER_SECOND, bench.effort.steadyMs);
      const cpu = (await server.cpuMs()) - before;
      mustBeWell(clients);
      const figures: Figures = {
        "cpu-500x2-5000": typed.complete ? (cpu / typed.deliveries) * 10_000 : "cannot keep up with this rate",
      };
      const known = bench.found.get(`pairs ${contestant.id}`);
      const best = await ramp(load, () => server.cpuMs(), {
        startAt: known ? known * 0.8 : STEADY_PER_SECOND,
        stepMs: bench.effort.ramp.stepMs,
        steps: known ? bench.effort.ramp.laterSteps : bench.effort.ramp.firstSteps,
      });
      closeAll(clients);
      if (best === null)
        return {
          ...figures,
          "rate-500x2": "none of the tried rates",
          "deliveries-per-cpu-second-500x2": "none of the tried rates",
        };
      bench.found.set(`pairs ${contestant.id}`, best.rate);
      return {
        ...figures,
        "rate-500x2": best.rate,
        "deliveries-per-cpu-second-500x2": best.deliveries / (best.cpuMs / 1_000),
      };
    });
  },
};

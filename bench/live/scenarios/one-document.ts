import { setTimeout as sleep } from "node:timers/promises";
import type { Contestant } from "../contestants.ts";
import { ramp } from "../load/ramp.ts";
import { TypingLoad } from "../load/typing.ts";
import type { ServerProcess } from "../measure/server-process.ts";
import {
  type Bench,
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

const CLIENTS = 50;
const RAMP_STARTS_AT = 1_000;
/** After the last one leaves: the stores that a server put off, and a compaction. */
const STORES_WITHIN_MS = 250;

/** Fifty people who all type in one document of 20 kB: CPU, bytes and database at two rates, then as fast as it goes. */
export const oneDocument: Scenario = {
  id: "one-document",
  rows: [
    "cpu-50-clients-400",
    "cpu-50-clients-1600",
    "bytes-50-clients",
    "wal-50-clients-400",
    "database-cpu-50-clients-400",
    "rate-50-clients",
    "deliveries-per-cpu-second-50-clients",
  ],
  measure(bench, contestant) {
    const documents = newDocuments(3);
    const work = async (server: ServerProcess) => ({
      ...(await steady(bench, contestant, server, documents[0]!, 400)),
      ...(await steady(bench, contestant, server, documents[1]!, 1_600)),
      ...(await fastest(bench, contestant, server, documents[2]!)),
    });
    return withServer(bench, contestant, documents, work, bench.library.long.material);
  },
};

async function steady(
  { database, effort, library }: Bench,
  contestant: Contestant,
  server: ServerProcess,
  document: string,
  rate: 400 | 1600,
): Promise<Figures> {
  const first = newClientIds();
  const clients = await openAll(contestant, sameDocument(server.port, document, CLIENTS, first));
  const load = new TypingLoad([{ clients, typing: CLIENTS, anchor: library.long.material.anchor }], first);
  await load.type(rate, 200);
  const bytes = () => clients.reduce((sum, client) => sum + client.bytesReceived, 0);
  const before = { cpu: await server.cpuMs(), bytes: bytes(), wal: await database.walBytes(), db: database.cpuMs() };
  const typed = await load.type(rate, effort.steadyMs);
  const cpu = (await server.cpuMs()) - before.cpu;
  const received = bytes() - before.bytes;
  mustBeWell(clients);
  closeAll(clients);
  const figures: Figures = {
    [`cpu-50-clients-${rate}`]: typed.complete ? (cpu / typed.deliveries) * 10_000 : "cannot keep up with this rate",
  };
  if (rate === 1_600) return figures;
  await sleep(STORES_WITHIN_MS);
  const nothingStored = contestant.kind === "floor" || contestant.id === "y-websocket" ? "not in PostgreSQL" : null;
  return {
    ...figures,
    "bytes-50-clients": received / typed.deliveries,
    "wal-50-clients-400": nothingStored ?? ((await database.walBytes()) - before.wal) / typed.edits,
    "database-cpu-50-clients-400": nothingStored ?? ((database.cpuMs() - before.db) / typed.edits) * 10_000,
  };
}

async function fastest(
  { effort, library, found }: Bench,
  contestant: Contestant,
  server: ServerProcess,
  document: string,
): Promise<Figures> {
  const first = newClientIds();
  const clients = await openAll(contestant, sameDocument(server.port, document, CLIENTS, first));
  const load = new TypingLoad([{ clients, typing: CLIENTS, anchor: library.long.material.anchor }], first);
  const key = `one-document ${contestant.id}`;
  const known = found.get(key);
  const best = await ramp(load, () => server.cpuMs(), {
    startAt: known ? known * 0.8 : RAMP_STARTS_AT,
    stepMs: effort.ramp.stepMs,
    steps: known ? effort.ramp.laterSteps : effort.ramp.firstSteps,
  });
  closeAll(clients);
  if (best === null) throw new Error("no rate was slow enough");
  found.set(key, best.rate);
  return {
    "rate-50-clients": best.rate,
    "deliveries-per-cpu-second-50-clients": best.deliveries / (best.cpuMs / 1_000),
  };
}

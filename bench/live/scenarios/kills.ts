import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import type { Client } from "../clients/client.ts";
import { type Contestant, newPlace } from "../contestants.ts";
import { readTyped, Typist } from "../load/edits.ts";
import type { Measured } from "../report/measured.ts";
import { type Bench, type Figures, newClientIds, newDocuments } from "./scenario.ts";

const PER_SECOND = 200;
const TYPES_FOR_MS = { least: 150, more: 450 };

/** What was promised when the server was killed, and under which client id. */
interface Promised {
  clientId: number;
  acknowledged: number;
  shown: number;
}

export interface Losses {
  kills: number;
  /** Edits that were acknowledged, and that a colleague had on the screen, over all kills. */
  acknowledged: number;
  shown: number;
  lostAcknowledged: number;
  lostShown: number;
}

/**
 * Somebody types, somebody reads along, the server is killed with SIGKILL at a random moment; the next server is asked
 * what it has. Yjs client ids tell exactly which edits are missing: the clocks of one id have no holes.
 */
async function killAgainAndAgain(bench: Bench, contestant: Contestant, until: number): Promise<Losses> {
  const place = await newPlace();
  const [document] = newDocuments(1) as [string];
  const losses: Losses = { kills: 0, acknowledged: 0, shown: 0, lostAcknowledged: 0, lostShown: 0 };
  let promised: Promised | null = null;
  let seed: ReadonlyMap<string, Uint8Array> = new Map([[document, bench.short.state]]);
  for (;;) {
    const server = await contestant.start(seed, { place, pinned: false });
    seed = new Map();
    try {
      const opening = { port: server.port, document, atLeastBytes: bench.short.state.length };
      const reader = contestant.connect({ ...opening, clientId: newClientIds(), keep: true });
      await reader.ready;
      if (promised) count(losses, promised, stored(reader, promised.clientId));
      if (losses.kills >= bench.effort.kills.count || performance.now() > until) return losses;
      const clientId = newClientIds();
      const writer = contestant.connect({ ...opening, clientId });
      await writer.ready;
      promised = await typeUntilKilled(bench, contestant, server, writer, reader, clientId);
    } finally {
      await server.kill();
    }
  }
}

async function typeUntilKilled(
  { short }: Bench,
  { acknowledges }: Contestant,
  server: { kill(): Promise<void> },
  writer: Client,
  reader: Client,
  clientId: number,
): Promise<Promised> {
  const typist = new Typist(clientId, short.anchor);
  let shown = 0;
  reader.onUpdate = (bytes, from, end) =>
    readTyped(bytes, from, end, (client, clock, characters) => {
      if (client === clientId) shown = Math.max(shown, clock + characters);
    });
  const end = performance.now() + TYPES_FOR_MS.least + Math.random() * TYPES_FOR_MS.more;
  while (performance.now() < end) {
    writer.send(typist.next());
    await sleep(1_000 / PER_SECOND);
  }
  await server.kill();
  // What had left the server when it died still arrives; then the lines are gone.
  await sleep(20);
  return { clientId, acknowledged: acknowledges ? writer.acknowledged : 0, shown };
}

function stored(reader: Client, clientId: number): number {
  const state = Y.mergeUpdates([...reader.kept]);
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)).get(clientId) ?? 0;
}

function count(losses: Losses, { acknowledged, shown }: Promised, inStore: number): void {
  losses.kills++;
  losses.acknowledged += acknowledged;
  losses.shown += shown;
  losses.lostAcknowledged += Math.max(0, acknowledged - inStore);
  losses.lostShown += Math.max(0, shown - inStore);
}

/**
 * All who keep documents, side by side: nothing is timed here, and a hundred kills of each one after the other would
 * take a quarter of an hour.
 */
export async function killAll(bench: Bench, contestants: readonly Contestant[], measured: Measured): Promise<void> {
  const until = performance.now() + bench.effort.kills.withinMs;
  const keeping = contestants.filter(({ kind }) => kind !== "floor");
  await Promise.all(
    keeping.map(async (contestant) => {
      try {
        const losses = await killAgainAndAgain(bench, contestant, until);
        measured.kills[contestant.id] = losses;
        measured.add(contestant, 0, figuresOf(losses, contestant));
      } catch (error) {
        const why = error instanceof Error ? error.message : error;
        measured.failures.push({ rows: KILL_ROWS, sentence: `kills of ${contestant.id}: ${why}` });
      }
    }),
  );
}

export const KILL_ROWS = ["lost-acknowledged", "lost-shown"] as const;

function figuresOf({ lostAcknowledged, lostShown }: Losses, { acknowledges }: Contestant): Figures {
  return { "lost-acknowledged": acknowledges ? lostAcknowledged : "does not acknowledge", "lost-shown": lostShown };
}

import { randomInt, randomUUID } from "node:crypto";
import type { Client, Opening } from "../clients/client.ts";
import type { Contestant } from "../contestants.ts";
import type { Effort } from "../effort.ts";
import type { Material } from "../load/documents.ts";
import type { BenchDatabase } from "../measure/database.ts";
import type { ServerProcess } from "../measure/server-process.ts";

/** What measurements share. */
export interface Bench {
  database: BenchDatabase;
  effort: Effort;
  short: Material;
  library: Library;
  /** What an earlier round found, so that a later one need not search from the beginning. */
  found: Map<string, number>;
}

/** Documents that are in every contestant's store from the start and are only read. */
export interface Library {
  b4: { id: string; material: Material };
  long: { ids: readonly string[]; material: Material };
}

/** One measurement of one contestant; answers rows by their id. A string says why a row cannot be had. */
export interface Scenario {
  id: string;
  rows: readonly string[];
  /** Nothing is written here: who differs only in storing need not be measured again. */
  readsOnly?: boolean;
  /** Says nothing about a relay that keeps none. */
  needsDocuments?: boolean;
  measure(bench: Bench, contestant: Contestant): Promise<Figures>;
}
export type Figures = Record<string, number | string>;

export const newDocuments = (count: number) => Array.from({ length: count }, () => randomUUID());
export const newClientIds = () => randomInt(2 ** 30, 2 ** 31);

/** Runs with a fresh server of this contestant and these documents; it is gone afterwards whatever happens. */
export async function withServer<Result>(
  bench: Bench,
  contestant: Contestant,
  documents: readonly string[],
  work: (server: ServerProcess) => Promise<Result>,
  { state }: Material = bench.short,
): Promise<Result> {
  const server = await contestant.start(new Map(documents.map((id) => [id, state])));
  try {
    return await work(server);
  } finally {
    await server.kill();
  }
}

const AT_ONCE = 250;

/** Opens many, at most 250 on their way at a time: more would overflow the kernel's queue and measure its retries. */
export async function openAll<Opened extends Client>(
  contestant: { connect(opening: Opening): Opened },
  openings: readonly Opening[],
): Promise<Opened[]> {
  const clients: Opened[] = [];
  let index = 0;
  const opener = async () => {
    while (index < openings.length) {
      const at = index++;
      const client = contestant.connect(openings[at]!);
      clients[at] = client;
      await client.ready;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opener));
  return clients;
}

/** As many clients in one document, with consecutive client ids. */
export function sameDocument(port: number, document: string, count: number, firstClientId: number): Opening[] {
  return Array.from({ length: count }, (_, index) => ({ port, document, clientId: firstClientId + index }));
}

export function closeAll(clients: readonly Client[]): void {
  for (const client of clients) client.close();
}

/** @throws when one of them was closed by the server. */
export function mustBeWell(clients: readonly Client[]): void {
  for (const { failed } of clients) if (failed) throw new Error(failed);
}

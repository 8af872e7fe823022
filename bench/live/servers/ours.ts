/**
 * Our realtime node as server/main.ts composes it: the log on a pool of its own with three connections, the memory bus,
 * real limits. Two things differ: who somebody is and may do is a constant, because no peer asks; and rates are off.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "../../../db/client.ts";
import { createDocumentLog } from "../../../db/documents/log.ts";
import { memoryBus, startRealtime } from "../../../realtime/index.ts";
import { LIMITS } from "../../../realtime/wire.ts";
import { report, settings } from "./report.mjs";

const MAY_ALL = { read: true, write: true, comment: true, presence: true };
/** Fifty sockets here stand for more typing than fifty persons can do. */
const withoutRates = () =>
  Object.fromEntries(Object.keys(LIMITS).flatMap((name) => (/(PerSecond|Burst)$/.test(name) ? [[name, 1e9]] : [])));
const complain = (facts: object, sentence: string) => process.stderr.write(`${sentence} ${JSON.stringify(facts)}\n`);

const http = createServer();
const { sql } = openDatabase(settings.databaseUrl, { max: 3 });
startRealtime(
  http,
  {
    authenticate: async (cookie) => {
      const personId = /person=([^;]+)/.exec(cookie ?? "")?.[1];
      if (!personId) return null;
      return { sessionId: personId, personId, name: "Somebody", expiresAt: new Date(Date.now() + 3_600_000) };
    },
    documentRights: async () => MAY_ALL,
    mayWatch: async () => true,
    log: createDocumentLog(sql),
    bus: memoryBus(),
    logger: { info: () => {}, warn: complain, error: complain },
    clock: () => new Date(),
  },
  {
    origins: [settings.origin],
    schemaVersion: 1,
    limits: { ...withoutRates(), ...settings.limits },
  },
);
http.listen(0, "127.0.0.1", () => report((http.address() as AddressInfo).port));

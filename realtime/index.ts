import type { Server as HttpServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Server, type ServerOptions } from "socket.io";
import type * as Y from "yjs";
import type { Append } from "#db/documents/stored.ts";
import type { DocumentNode } from "#domain/documents/tree.ts";
import type { Bus, BusMessage } from "./bus/bus.ts";
import { Access } from "./documents/access.ts";
import { Acknowledgements } from "./documents/acknowledgements.ts";
import { CompactionQueue } from "./documents/compaction-queue.ts";
import { type DocumentChange, editDocument } from "./documents/edit-document.ts";
import { GroupCommit } from "./documents/group-commit.ts";
import { deletionsIn } from "./documents/history/deletions-in.ts";
import { type Versions, versionsOn } from "./documents/history/versions.ts";
import { holdThreads } from "./documents/materialise.ts";
import { OutboxMarks } from "./documents/outbox-marks.ts";
import { readDocument, readDocumentText } from "./documents/read-document.ts";
import { Rooms } from "./documents/rooms.ts";
import { soundLog } from "./documents/sound-log.ts";
import type { Connection } from "./live/connection.ts";
import { Connections } from "./live/connections.ts";
import { Engine } from "./live/engine.ts";
import type { LiveNode } from "./live/live-node.ts";
import { openDoor } from "./live/open-door.ts";
import { Persons } from "./live/persons.ts";
import { type Recheck, recheckSockets } from "./live/recheck.ts";
import { RightsHeard } from "./live/rights-heard.ts";
import { startSweep, watchExpiry } from "./live/sweep.ts";
import { WithoutRooms } from "./live/without-rooms.ts";
import type { LiveLog, RealtimePorts } from "./ports.ts";
import { LIMITS, type Limits } from "./wire/limits.ts";
import { LIVE_PATH } from "./wire/messages.ts";
import * as liveParser from "./wire/parser.ts";

export type { Bus, BusMessage } from "./bus/bus.ts";
export { MemoryHub, memoryBus } from "./bus/memory.ts";
export { compactDocument } from "./documents/compact-document.ts";
export type { DocumentChange } from "./documents/edit-document.ts";
export type { LiveLog, LiveSession, RealtimePorts } from "./ports.ts";
export { realtimeWithoutSockets } from "./without-sockets.ts";

export interface RealtimeOptions {
  /** The origins from which a browser may open a socket, exactly as in the Origin header. */
  origins: readonly string[];
  /** Version of the editor schema of this release. */
  schemaVersion: number;
  /** The module whose exports may change documents (`editDocument`). Threads load it. */
  changes?: URL;
  /** Other figures than `LIMITS`, for benches and tests. */
  limits?: Partial<Limits>;
}

export interface Realtime extends Versions {
  /** Tells everybody who watches one of these topics, on every node, to ask again for these query keys. */
  publish(topics: readonly string[], keys: readonly (readonly string[])[]): void;
  /**
   * Rights may have changed (all given fields narrow it down; none = everybody): sockets lose exactly what they lost.
   * On this node that is done, and whatever was on its way to the log is there, when the promise resolves.
   */
  recheck(what: Recheck): Promise<void>;
  /** See `documents/edit-document.ts`. Everybody who has the document open gets the change. */
  editDocument<Result>(
    documentId: string,
    by: { personId: string } | "system",
    change: DocumentChange<Result> | ((document: Y.Doc) => Result),
  ): Promise<Result>;
  /** The whole document as one Yjs update; null when there is none. */
  readDocument(documentId: string): Promise<{ update: Uint8Array; seq: number } | null>;
  /** What a document says, as plain data for a page; null when there is none. */
  readDocumentText(documentId: string): Promise<DocumentNode | null>;
  /**
   * Lets nobody in any more, sends everybody to another node if there may be one, and serves them until they have gone;
   * 2.5 seconds at most.
   */
  leave(): Promise<void>;
  /**
   * Leaves if it has not, takes nothing more, brings what was accepted to the log and closes all sockets.
   * @throws Error when something accepted could not be stored in time. It was not acknowledged to anybody.
   */
  drain(): Promise<void>;
}

/** The bus over Redis (`bus/redis.ts`). Its client is read only where there is a Redis. */
export async function redisBus(url: string, logger: LiveLog): Promise<Bus> {
  return (await import("./bus/redis.ts")).redisBus(url, logger);
}

/** Serves the live channel on this HTTP server, under `/live`; other upgrades are left to others. */
export function startRealtime(httpServer: HttpServer, ports: RealtimePorts, options: RealtimeOptions): Realtime {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const { bus, logger } = ports;
  const log = soundLog(ports.log, logger);
  const connections = new Connections();
  let left: Promise<void> | undefined;
  let draining = false;

  const rights = new RightsHeard(log, (changes) => recheckSockets(node, connections, changes), logger, limits);
  const commit = new GroupCommit(
    log,
    rights,
    limits,
    logger,
    (stalled) => {
      for (const connection of connections) connection.tell("stalled", { stalled });
    },
    (appends) => {
      const documents = appends.map(({ documentId, expectedSeq }): [string, number] => [documentId, expectedSeq + 1]);
      if (documents.length > 0) bus.publish({ kind: "advanced", documents });
      if (ports.written)
        for (const append of appends) ports.written(append.documentId, writersOf(append), deletionsIn(append));
    },
  );
  const acknowledgements = new Acknowledgements(limits.acknowledgeWithinMs);
  const compactions = new CompactionQueue(log, logger, limits, (documentId, rows) => rooms.compacted(documentId, rows));
  const rooms = new Rooms({ log, commit, acknowledgements, limits, logger }, bus, compactions);
  const access = new Access(ports);
  const letThreadsGo = holdThreads();
  const persons = new Persons<Connection>(limits);
  const node: LiveNode = {
    ports,
    limits,
    joining: {
      rooms,
      access,
      services: { log, limits, acknowledgements, marks: new OutboxMarks(log) },
      schemaVersion: options.schemaVersion,
    },
    receiving: { limits, commit, acknowledgements, isDraining: () => draining },
    isStalled: () => commit.stalled,
    persons,
  };

  const io = new Server(httpServer, {
    path: LIVE_PATH,
    parser: liveParser,
    transports: ["websocket"],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    destroyUpgrade: false,
    connectTimeout: limits.authenticateMs,
    adapter: WithoutRooms as unknown as ServerOptions["adapter"],
  });
  const door = openDoor(io, node, connections, {
    origins: new Set(options.origins),
    isDraining: () => left !== undefined,
  });
  const engine = new Engine(io, door, limits);

  async function sendAway(): Promise<void> {
    for (const connection of connections) connection.tell("draining", { withinMs: limits.drainSpreadMs });
    const until = performance.now() + limits.drainPatienceMs;
    while (!bus.alone && connections.size > 0 && performance.now() < until) await sleep(20);
  }
  const leave = () => {
    left ??= sendAway();
    return left;
  };

  const sweep = startSweep(node, connections);
  const expiry = watchExpiry(node, connections);
  const endSubscription = bus.subscribe(receive);

  function receive(message: BusMessage): void {
    switch (message.kind) {
      case "advanced":
        for (const [documentId, seq] of message.documents) rooms.hear(documentId, seq);
        break;
      case "recheck":
        recheckSockets(node, connections, [message]).catch((error: unknown) =>
          logger.error({ err: error }, "rights that another node announced could not be looked up"),
        );
        break;
      case "notice":
        connections.notify(message.topics, message.keys);
        break;
      case "presence":
      case "presence-wanted":
        rooms.receivePresence(message);
    }
  }

  function tellOfEdit(documentId: string, seq: number): void {
    rooms.hear(documentId, seq);
    bus.publish({ kind: "advanced", documents: [[documentId, seq]] });
  }

  return {
    publish(topics, keys) {
      connections.notify(topics, keys);
      bus.publish({ kind: "notice", topics, keys });
    },
    async recheck(what) {
      bus.publish({ kind: "recheck", ...what });
      await recheckSockets(node, connections, [what]);
      await commit.settleTaken(limits.stalledAfterMs);
    },
    async editDocument(documentId, by, change) {
      const { result, seq } = await editDocument(log, documentId, by, change, options.changes);
      if (seq !== null) tellOfEdit(documentId, seq);
      return result;
    },
    readDocument: (documentId) => readDocument(log, documentId),
    readDocumentText: (documentId) => readDocumentText(log, documentId),
    ...versionsOn(log, tellOfEdit),
    leave,
    async drain() {
      await leave();
      draining = true;
      const flushed = await commit.settle(limits.drainMs);
      acknowledgements.flush();
      endSubscription();
      sweep.stop();
      rights.close();
      expiry.stop();
      persons.close();
      rooms.close();
      compactions.close();
      await letThreadsGo();
      for (const socket of io.sockets.sockets.values()) socket.disconnect(true);
      // A moment for the last frames to leave before the lines are closed under them.
      await sleep(20);
      engine.close();
      await bus.close();
      if (!flushed) throw new Error(`${commit.queuedBytes} bytes of edits could not be stored before stopping`);
    },
  };
}

const writersOf = ({ entries }: Append): ReadonlySet<string> =>
  new Set(entries.flatMap(({ personId }) => (personId === null ? [] : [personId])));

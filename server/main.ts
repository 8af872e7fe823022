import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createRequestHandler } from "@remix-run/node";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { createDocumentLog } from "#db/documents/log.ts";
import { type Embedded, startEmbedded } from "#db/embedded/index.ts";
import { migrate } from "#db/migrate.ts";
import { forgetRightsChanges } from "#db/rights/changes.ts";
import { databaseTime, forgetfulSettings } from "#db/server-facts.ts";
import { SCHEMA_VERSION } from "#domain/documents/words.ts";
import { memoryBus, type Realtime, realtimeWithoutSockets, redisBus, startRealtime } from "#realtime/index.ts";
import { LIVE_PATH } from "#realtime/wire.ts";
import { emptyCardBin } from "#server/cards/index.ts";
import { type Config, ConfigError, readConfig } from "#server/config.ts";
import { emptyBin } from "#server/cycles/index.ts";
import { tidyOutboxes } from "#server/documents/index.ts";
import { keepMissingVersions } from "#server/history/index.ts";
import { answerRequests, type HttpSettings } from "#server/http/answer-requests.ts";
import { loadBuiltPages } from "#server/http/built-pages.ts";
import { startDevelopmentPages } from "#server/http/dev.ts";
import { closeHttpServer, createHttpServer, listen, refuseOtherUpgrades } from "#server/http/http-server.ts";
import type { Lifecycle } from "#server/http/lifecycle.ts";
import { pagesElsewhere } from "#server/http/pages-elsewhere.ts";
import { createProbes } from "#server/http/probes.ts";
import { baseHeaders } from "#server/http/security-headers.ts";
import { documentRights, mayWatch } from "#server/live/index.ts";
import { createLog } from "#server/log.ts";
import { mailTransport, startMailWorker } from "#server/mail/index.ts";
import { liveAuthentication, tidySignIns } from "#server/people/index.ts";
import { databaseClock } from "#server/process/database-clock.ts";
import { greeting } from "#server/process/greeting.ts";
import { historyKeeping } from "#server/process/history-keeping.ts";
import { hourly } from "#server/process/hourly.ts";
import { onSignals, type StopReason } from "#server/process/on-signals.ts";
import { openDemo } from "#server/process/open-demo.ts";
import { projectFolder } from "#server/process/project-folder.ts";
import { readRelease } from "#server/process/release.ts";
import { CannotStart, startFailureSentence } from "#server/process/start-failure.ts";
import { stopInOrder } from "#server/process/stop-in-order.ts";
import { watchParent } from "#server/process/watch-parent.ts";
import { writingNotes } from "#server/process/writing-notes.ts";
import type { Services } from "#server/services.ts";
import { loadToolkit } from "#server/toolkit/index.ts";

// The one place where all parts meet. Nothing imports it.

const STOP_WITHIN_MS = 10_000;
const FINISH_REQUESTS_WITHIN_MS = 4_000;
const LIVE_CONNECTIONS = 3;
/** Beside this file when built, where it stands when not. */
const CHANGES = import.meta.url.endsWith(".ts")
  ? new URL("./documents/changes.worker.ts", import.meta.url)
  : new URL("./changes.worker.js", import.meta.url);

const config = settings();
const developing = config.mode === "development";
const log = createLog({ level: config.logLevel, readable: developing || process.stdout.isTTY === true });
const folder = projectFolder();
const lifecycle: Lifecycle = { phase: "starting" };
/** What has to be stopped, filled in as it starts: a start that fails half-way leaves nothing running either. */
const running: {
  realtime?: Realtime;
  http?: Server;
  workers?: { stop(): Promise<void> }[];
  closeHotReload?: () => Promise<void>;
  database?: OpenDatabase;
  liveDatabase?: OpenDatabase;
  embedded?: Embedded;
} = {};
let stopping = false;
/** There once the start has come so far; what is committed before that is found later. */
let known: Services | undefined;
const noteWriting = writingNotes(() => known);
const history = historyKeeping(() => known);

// Whoever reads our output may go away first; that is no reason to fall over.
process.stdout.on("error", () => {});
onSignals((reason) => void stop(reason));
if (config.startedByNpm) watchParent(() => void stop("parent-gone"));
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error) => {
    log.error({ err: error }, "a fault that nothing caught");
    // While developing, half-written code throws all day; the page already says so.
    if (!developing) void stop("fault");
  });
}
const started = start().catch(giveUp);

function settings(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const http: HttpSettings = {
    lifecycle,
    publicOrigins: config.publicOrigins,
    trustProxy: config.trustProxy,
    developing,
    log,
    probes: createProbes({ lifecycle, databaseAnswers, version: await readRelease(folder) }),
    files: async () => false,
    pages: () => Promise.reject(new Error("pages were asked for before they were ready")),
  };
  // The port comes first: a start that cannot have it should not have touched any data.
  const server = createHttpServer(answerRequests(http), baseHeaders(config));
  await listen(server, config.port, config.host);
  running.http = server;

  const services = await openServices(server);
  known = services;
  running.workers = [history];
  const signIns = config.role === "live" ? [] : await openWeb(server, services, http);
  if (config.role === "live") http.files = pagesElsewhere(config.publicOrigins[0]);
  // Vite takes upgrades for itself.
  if (!developing) refuseOtherUpgrades(server, config.role === "web" ? null : LIVE_PATH);
  if (stopping) return;
  lifecycle.phase = "serving";
  warnAboutOpenDoors(signIns.length > 0);
  log.info({ address: config.publicOrigins[0], role: config.role }, "serving");
  if (signIns.length > 0 || process.stdout.isTTY) process.stdout.write(greeting(config.publicOrigins[0], signIns));
}

/** Everything but the sockets: pages, files, and the work behind them. @returns the sign-ins of the demo, if any. */
async function openWeb(server: Server, services: Services, http: HttpSettings) {
  await loadToolkit(services);
  const signIns = await openDemo(services, config.demo);
  if (signIns.length > 0) services.demo = signIns;
  running.workers = [history, startMailWorker(services, mailTransport(config)), hourly(() => tidy(services), log)];
  const { files, build } = await openPages(server);
  const pages = createRequestHandler(build, config.mode);
  http.files = files;
  http.pages = (request, visit) => pages(request, { ...visit, services });
  return signIns;
}

/** What has outlived its use, or was left undone; every part is harmless when another node does it too. */
async function tidy(services: Services): Promise<void> {
  await tidySignIns(services);
  await tidyOutboxes(services);
  await forgetRightsChanges(services.db);
  await keepMissingVersions(services);
  await emptyCardBin(services);
  await emptyBin(services);
}

async function openServices(server: Server): Promise<Services> {
  const url = config.databaseUrl ?? (await startOwnDatabase());
  const { applied, unknown } = await migrate(url);
  if (applied.length > 0) log.info({ applied }, "the database was brought up to date");
  if (unknown.length > 0) log.warn({ unknown }, "a newer release has added to the database; this one goes on without");
  const database = openDatabase(url);
  running.database = database;
  // Pages that wait for the database must not make a keystroke wait: the log has connections of its own.
  const liveDatabase = openDatabase(url, { max: LIVE_CONNECTIONS });
  running.liveDatabase = liveDatabase;
  const documents = createDocumentLog(liveDatabase.sql);

  for (const setting of await forgetfulSettings(database.sql))
    log.warn({ setting }, "the database may lose what was saved when the power goes: this setting should be on");
  const { now } = await databaseClock(() => databaseTime(database.sql), log);

  const parts = { db: database.db, clock: now, log, publicUrl: config.publicOrigins[0] };
  const logger = log.child({ part: "realtime" });
  const bus = config.redisUrl ? await redisBus(config.redisUrl, logger) : memoryBus();
  if (config.role === "web") {
    running.realtime = realtimeWithoutSockets({ log: documents, bus }, { changes: CHANGES });
    return { ...parts, live: running.realtime };
  }
  running.realtime = startRealtime(
    server,
    {
      authenticate: liveAuthentication(parts),
      documentRights: (personId, documentId) => documentRights(parts, personId, documentId),
      mayWatch: (personId, topic) => mayWatch(parts, personId, topic),
      log: documents,
      bus,
      logger,
      clock: parts.clock,
      written(documentId, personIds, deletions) {
        noteWriting(documentId, personIds);
        history.written(documentId, deletions);
      },
    },
    { origins: config.publicOrigins, schemaVersion: SCHEMA_VERSION, changes: CHANGES },
  );
  return { ...parts, live: running.realtime };
}

async function startOwnDatabase(): Promise<string> {
  running.embedded = await startEmbedded({
    folder: config.dataFolder,
    log: { info: (sentence) => log.info({}, sentence), warn: (sentence) => log.warn({}, sentence) },
    onLost: (error) => {
      log.error({ err: error }, "the built-in database belongs to another application now");
      void stop("lost-database");
    },
  });
  return running.embedded.url;
}

async function openPages(server: Server) {
  if (developing) {
    const { files, loadBuild, close } = await startDevelopmentPages(server, folder);
    running.closeHotReload = close;
    return { files, build: loadBuild };
  }
  const built = await loadBuiltPages(folder);
  if (!built) throw new CannotStart("There is no build of the pages. Type npm run build, or npm start, which does it.");
  return built;
}

async function databaseAnswers(): Promise<boolean> {
  const { sql } = running.database ?? {};
  return sql !== undefined && (await sql`select 1`).length === 1;
}

function warnAboutOpenDoors(hasDemo: boolean): void {
  const facts = { host: config.host, origins: config.publicOrigins };
  if (["127.0.0.1", "::1", "localhost"].includes(config.host)) return;
  if (config.publicOrigins[0].startsWith("http://localhost")) {
    log.warn(facts, "HOST lets other computers in, but only these origins may sign in: set PUBLIC_URL");
  }
  if (hasDemo) log.warn(facts, "HOST lets other computers in, and the passwords of the demo are public");
}

async function giveUp(error: unknown): Promise<never> {
  const sentence = startFailureSentence(error, config);
  if (sentence) process.stderr.write(`\n${sentence}\n`);
  else log.error({ err: error }, "the start failed");
  stopping = true;
  lifecycle.phase = "draining";
  await stopInOrder(stopSteps(), STOP_WITHIN_MS, log);
  process.exit(1);
}

async function stop(reason: StopReason): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason, drainSeconds: config.drainSeconds }, "stopping");
  lifecycle.phase = lifecycle.phase === "serving" ? "leaving" : "draining";
  if (lifecycle.phase === "leaving") {
    await sleep(config.drainSeconds * 1000);
    // Pages are still answered: whoever was sent here meanwhile would find a closed door otherwise.
    await running.realtime?.leave();
  }
  lifecycle.phase = "draining";
  const code = await stopInOrder([{ name: "start", run: () => started }, ...stopSteps()], STOP_WITHIN_MS, log);
  log.info({ code }, "stopped");
  process.exit(reason === "signal" || reason === "parent-gone" ? code : 1);
}

/** Documents first, while the database still writes; the database last, and only if it is ours. */
function stopSteps() {
  return [
    { name: "realtime", run: async () => running.realtime?.drain() },
    { name: "hot reload", run: async () => running.closeHotReload?.() },
    { name: "http", run: async () => running.http && closeHttpServer(running.http, FINISH_REQUESTS_WITHIN_MS) },
    { name: "workers", run: async () => Promise.all(running.workers?.map((worker) => worker.stop()) ?? []) },
    { name: "live pool", run: async () => running.liveDatabase?.close() },
    { name: "pool", run: async () => running.database?.close() },
    { name: "embedded database", run: async () => running.embedded?.stop() },
  ];
}

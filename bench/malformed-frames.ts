/**
 * A million bad frames against a node, while honest people type (hostile.md T10, N3):
 * `node --import tsx bench/malformed-frames.ts [frames = 1,000,000]`. A throw-away PostgreSQL (TEST_POSTGRES=system for
 * the machine's own), the node in a process of its own, everything on the loopback. 60 % mutated frames, 20 % made to
 * hurt Yjs, 20 % against WebSocket, engine.io and Socket.IO. Rates and patience are lifted, so that every frame is
 * read: with the ordinary limits the line is closed after the twentieth.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import { randomFrom } from "../realtime/documents/gate/testing/random-document.ts";
import { badFrame, type Kind } from "../realtime/live/testing/bad-frames.ts";
import { HostileLine } from "../realtime/live/testing/hostile-line.ts";
import { RawEditor, until } from "../realtime/live/testing/raw-client.ts";
import { House, MAY_ALL, newDocument, startNode } from "../realtime/live/testing/start-node.ts";
import { startPostgres } from "../tests/support/postgres.ts";
import { type Pauses, watchPauses } from "./pauses.ts";

const TYPISTS = 4;
const LINES = 20;
const MB = 1024 * 1024;

interface Figures {
  rss: number;
  cpuMs: number;
  pauses: Pauses;
}

if (process.argv[2] === "node") await beNode(process.argv[3]!);
else await attack(Number(process.argv[2] ?? 1_000_000));

/** The server. Every cookie `session=<id>` is a person who may write in every document. */
async function beNode(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, { max: 3 });
  const house = new House();
  house.sessions.get = (id) => ({ sessionId: id, personId: id, name: "N", expiresAt: new Date(Date.now() + 1e7) });
  house.rights.get = () => MAY_ALL;
  const lots = 1e9;
  const node = await startNode(database, house, {
    limits: {
      packetsBurst: lots,
      updatesBurst: lots,
      updateBytesBurst: lots,
      joinsBurst: lots,
      newClientIdsPerMinute: lots,
      documentUpdatesBurst: lots,
      refusalsBeforeBlock: lots,
    },
  });
  const pauses = watchPauses();
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    const figures: Figures = {
      rss: process.memoryUsage().rss,
      cpuMs: (user + system) / 1_000,
      pauses: pauses(),
    };
    process.send!(figures);
    house.lines = [];
  });
  process.send!(node.url);
}

async function attack(frames: number): Promise<void> {
  const postgres = await startPostgres({ kind: process.env.TEST_POSTGRES === "system" ? "system" : "embedded" });
  await migrate(postgres.url);
  const database = openDatabase(postgres.url, { max: 2 });
  const child = fork(fileURLToPath(import.meta.url), ["node", postgres.url], { execArgv: ["--import", "tsx"] });
  let crashed = false;
  child.once("exit", () => {
    crashed = true;
  });
  const [url] = (await once(child, "message")) as [string];
  const figures = async (): Promise<Figures> => {
    child.send("figures");
    return (await once(child, "message"))[0] as Figures;
  };
  const documentId = await newDocument(database, "Begin. ");
  const target = await newDocument(database, "Doel. ");
  const waits: number[] = [];
  const stopTyping = await type(url, documentId, waits);
  await sleep(2_000);
  await figures();
  const before = await figures();
  const quiet = waits.splice(0);
  const worst: Pauses = { longestMs: 0, workMs: 0, ownMs: 0 };
  const note = ({ pauses }: Figures) => {
    for (const kind of ["longestMs", "workMs", "ownMs"] as const) worst[kind] = Math.max(worst[kind], pauses[kind]);
  };
  const watching = setInterval(() => {
    if (!crashed) void figures().then(note);
  }, 5_000);
  const refused = await flood(url, target, frames, () => crashed);
  clearInterval(watching);
  const loud = waits.splice(0);
  const consistent = await stopTyping();
  await sleep(1_000);
  const after = await figures();
  note(after);
  process.stdout.write(
    `${JSON.stringify({
      frames,
      crashed,
      honestTextsEqual: consistent,
      longestPauseMs: Math.round(worst.longestMs),
      longestWorkInOneMs: Math.round(worst.workMs),
      longestNotWaitingForAProcessorMs: Math.round(worst.ownMs),
      rssGrowthMB: Math.round((after.rss - before.rss) / MB),
      cpuMicrosecondsPerFrame: Math.round(((after.cpuMs - before.cpuMs) * 1_000) / frames),
      honestP95Ms: { quiet: p95(quiet), under: p95(loud), strokes: loud.length },
      refused: Object.fromEntries(refused),
    })}\n`,
  );
  child.kill();
  await database.close();
  await postgres.stop();
  process.exit(crashed || !consistent ? 1 : 0);
}

/** Typists who type eight letters a second; `waits` gets the milliseconds until each is saved. */
async function type(url: string, documentId: string, waits: number[]): Promise<() => Promise<boolean>> {
  const editors = await Promise.all(
    Array.from({ length: TYPISTS }, () => RawEditor.open(url, `session=${randomUUID()}`, documentId)),
  );
  const timers = editors.map((editor) => {
    const sent: { sequence: number; at: number }[] = [];
    editor.socket.on("frame", () => {
      while (sent[0] && sent[0].sequence <= editor.savedUpTo) waits.push(performance.now() - sent.shift()!.at);
    });
    return setInterval(() => {
      editor.type("a");
      sent.push({ sequence: editor.sequence, at: performance.now() });
    }, 125);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await until(() => editors.every((editor) => editor.savedUpTo === editor.sequence), "all is saved", 20_000);
    await until(() => editors.every((editor) => editor.text === editors[0]!.text), "all read the same", 20_000);
    return editors.every((editor) => editor.socket.connected && editor.refused.length === 0);
  };
}

/** @returns how often each code was the answer. */
async function flood(url: string, documentId: string, frames: number, over: () => boolean) {
  const refused = new Map<string, number>();
  const port = Number(new URL(url).port);
  let left = frames;
  const one = async (place: number) => {
    const pick = randomFrom(place + 1);
    const kind: Kind = (["mutated", "mutated", "mutated", "yjs-aware", "engine"] as const)[place % 5]!;
    const cookie = `session=${randomUUID()}`;
    let line: HostileLine | null = null;
    let sent = 0;
    const count = () => {
      for (const [code, times] of line?.refused ?? []) refused.set(code, (refused.get(code) ?? 0) + times);
    };
    for (; left > 0 && !over(); left--) {
      if (!line || line.closed) {
        count();
        line = await HostileLine.open(port, cookie, documentId);
        if (!line) continue;
      }
      const foothold = { slot: line.slot, sequence: line.savedUpTo + 1, others: [[7, 0] as const] };
      if (!line.send(badFrame(kind, foothold, pick))) await line.drained();
      // Some 7,000 a second in all, thirteen times the million in half an hour: faster says how busy the processor is.
      if (kind === "engine") await sleep(2);
      else if (++sent % 20 === 0) await sleep(50);
    }
    count();
    line?.destroy();
  };
  await Promise.all(Array.from({ length: LINES }, (_, place) => one(place)));
  return refused;
}

function p95(milliseconds: number[]): number {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN);
}

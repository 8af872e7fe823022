import { spawnSync } from "node:child_process";
import { rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { openDatabase, type Sql } from "#db/client.ts";
import { until } from "#tests/support/typist.ts";
import type { World } from "#tests/support/world.ts";
import { type Figures, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { administrating, savedAgain, savedBy } from "./in-common.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";

const FULL_MS = sized(1_500, 120_000);
const STARTS = sized(1, 6);
/** One piece of the write-ahead log takes 16. */
const ROOM_MB = 48;

/**
 * Without room for its write-ahead log PostgreSQL goes down, and does not start before there is some. The application
 * outlives it, calls nothing saved, and needs nobody once it is up again.
 */
export async function noRoomForWriteAheadLog(ground: Ground): Promise<Figures> {
  const { world, nodes, balancer, cookies, newDocument, gather, conclude } = ground;
  const disk = await moveLog(world);
  if (disk === null) return { walDisk: "not tried: nothing could be mounted" };
  try {
    await until(() => balancer.isReady(2), "both nodes serve");
    const typists = await gather(await newDocument(), 4);
    const crowd = new Crowd(typists, 60);
    await sleep(400);
    const pids = nodes.map(({ pid }) => pid);
    await disk.fill();
    await untilDown(world);
    // Acknowledgements of what was committed before are still on their way for some milliseconds.
    await sleep(300);
    const before = savedBy(typists);
    for (let start = 0; start < STARTS; start++) {
      await sleep(FULL_MS / STARTS);
      expect(await comesUp(world), "PostgreSQL starts without room").toBe(false);
    }
    expect(savedBy(typists)).toEqual(before);
    expect(typists.map(({ document }) => document.status)).not.toContain("saved");
    expect(typists.map(({ connection }) => connection.status)).toEqual(typists.map(() => "online"));
    const page = (path: string) => fetch(nodes[0].url + path, { headers: { Cookie: cookies[0] as string } });
    for (const path of ["/", "/data/start"]) {
      const { status, headers } = await page(path);
      expect([status, headers.has("Retry-After")], `${path} meanwhile`).toEqual([503, true]);
    }

    await disk.free();
    expect(await comesUp(world), "PostgreSQL starts with room").toBe(true);
    const recoveryMs = await savedAgain(typists, before);
    crowd.stop();
    await until(() => balancer.isReady(2), "both nodes serve");
    expect((await page("/")).status, "pages are read").toBe(200);
    const verdict = await conclude(typists);
    expect(
      nodes.map(({ pid }) => pid),
      "nobody was started again",
    ).toEqual(pids);
    expect(harm([verdict])).toEqual(NO_HARM);
    return { walFullMs: FULL_MS, walAcknowledged: markersOf([verdict]), walLost: 0, walRecoveryMs: recoveryMs };
  } finally {
    // The cases after this one use the same database.
    await disk.free();
    await disk.putBack();
  }
}

interface LogDisk extends Pick<SmallDisk, "fill" | "free"> {
  putBack(): Promise<void>;
}

/**
 * Moves the write-ahead log to a small disk of its own. Somebody who was to read along and never came keeps PostgreSQL
 * from using its old pieces again, as happens where such a disk fills up.
 */
async function moveLog(world: World): Promise<LogDisk | null> {
  const [{ data }] = await asAdministrator(
    world,
    (sql) => sql<[{ data: string }]>`select current_setting('data_directory') as data`,
  );
  const log = join(data, "pg_wal");
  const kilobytes = Number(spawnSync("du", ["-sk", log], { encoding: "utf8" }).stdout.split("\t")[0]);
  const disk = await mountSmallDisk(join(world.folder, "log-disk"), Math.ceil(kilobytes / 1_024) + ROOM_MB);
  if (disk === null) return null;
  const place = join(disk.folder, "pg_wal");
  await world.cluster?.restart(async () => {
    move(log, place);
    await symlink(place, log);
  });
  await asAdministrator(world, (sql) => sql`select pg_create_physical_replication_slot('never_came', true)`);
  return {
    fill: disk.fill,
    free: disk.free,
    async putBack() {
      try {
        await world.cluster?.restart();
        await asAdministrator(world, (sql) => sql`select pg_drop_replication_slot('never_came')`);
        await world.cluster?.restart(async () => {
          await rm(log);
          move(place, log);
        });
      } finally {
        disk.unmount();
      }
    },
  };
}

function move(from: string, to: string): void {
  const { status, stderr } = spawnSync("mv", [from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the write-ahead log could not be moved: ${stderr}`);
}

/** Begins a new piece of the log, again and again: what people type would need a long time to fill the last one. */
const untilDown = (world: World) =>
  asAdministrator(world, (sql) =>
    until(
      () =>
        sql`select pg_switch_wal()`.then(
          () => false,
          (error: unknown) => error instanceof Error && "code" in error && error.code === "ECONNREFUSED",
        ),
      "PostgreSQL is down",
    ),
  );

/** On a pool of its own: the driver tells the last error of a broken connection to who asks on the next. */
async function asAdministrator<Answer>(world: World, work: (sql: Sql) => Promise<Answer>): Promise<Answer> {
  const { sql, close } = openDatabase(administrating(world), { max: 1 });
  return work(sql).finally(close);
}

/** What a supervisor would do. @returns whether PostgreSQL is up. */
const comesUp = async ({ cluster }: World) =>
  (await cluster?.restart().then(
    () => true,
    () => false,
  )) ?? false;

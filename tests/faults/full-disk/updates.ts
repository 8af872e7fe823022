import { chmod, chown, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Sql } from "#db/client.ts";
import { openDatabase } from "#db/client.ts";
import { type Typist, until } from "#tests/support/typist.ts";
import type { World } from "#tests/support/world.ts";
import { type Figures, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { administrating, savedAgain, savedBy } from "./in-common.ts";
import { mountSmallDisk } from "./small-disk.ts";

/** PostgreSQL stays up and refuses what would make the log of edits longer. */
export async function noRoomForUpdates({
  world,
  nodes,
  balancer,
  cookies,
  newDocument,
  gather,
  conclude,
}: Ground): Promise<Figures> {
  const documentId = await newDocument();
  const typists = await gather(documentId, 4);
  const disk = await fillable(world);
  try {
    const crowd = new Crowd(typists, 60);
    await sleep(400);
    await disk.fill();
    const author = typists[0] as (typeof typists)[0];
    const before = await savedForTheLastTime(typists);
    await sleep(sized(1_500, 120_000));
    expect(savedBy(typists)).toEqual(before);
    const page = await fetch(`${balancer.url}/data/start`, { headers: { Cookie: cookies[0] as string } });
    expect(page.status, "pages are read").toBe(200);
    expect(author.connection.status).toBe("online");
    const pids = nodes.map(({ pid }) => pid);
    await disk.free();
    const recoveryMs = await savedAgain(typists, before);
    crowd.stop();
    const verdict = await conclude(typists);
    expect(
      nodes.map(({ pid }) => pid),
      "nobody was started again",
    ).toEqual(pids);
    expect(harm([verdict])).toEqual(NO_HARM);
    return {
      disk: disk.kind,
      fullMs: sized(1_500, 120_000),
      acknowledged: markersOf([verdict]),
      lost: 0,
      recoveryMs,
    };
  } finally {
    // The cases after this one use the same database.
    await disk.free();
    await disk.remove();
  }
}

/** The last page of a table has room after the disk has none: edits go in there until it is full too. */
async function savedForTheLastTime(typists: readonly Typist[]): Promise<number[]> {
  let counts = savedBy(typists);
  let since = performance.now();
  await until(() => {
    const now = savedBy(typists);
    if (now.join() !== counts.join()) since = performance.now();
    counts = now;
    return performance.now() - since > 1_000 && typists.every(({ document }) => document.status !== "saved");
  }, "nothing is called saved");
  return counts;
}

interface Disk {
  kind: string;
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** The log of edits on a small disk of its own where we may mount one; elsewhere a server that says that it is full. */
async function fillable(world: World): Promise<Disk> {
  const admin = openDatabase(administrating(world), { max: 1 });
  const disk = (await smallDisk(world, admin.sql)) ?? sayingFull(admin.sql);
  return {
    ...disk,
    async remove() {
      await disk.remove();
      await admin.close();
    },
  };
}

async function smallDisk(world: World, sql: Sql): Promise<Disk | null> {
  await chmod(world.folder, 0o755); // PostgreSQL's account passes through
  const disk = await mountSmallDisk(join(world.folder, "small-disk"), 8);
  if (disk === null) return null;
  const place = join(disk.folder, "tablespace");
  await mkdir(place);
  const [{ file }] = await sql<[{ file: string }]>`select current_setting('data_directory') as file`;
  const owner = await stat(file);
  await chown(place, owner.uid, owner.gid);
  await sql.unsafe(`create tablespace small location '${place}'`);
  await sql`alter table document_updates set tablespace small`;
  return {
    kind: "a file system without room",
    fill: disk.fill,
    free: disk.free,
    async remove() {
      await sql`alter table document_updates set tablespace pg_default`;
      await sql`drop tablespace small`;
      disk.unmount();
    },
  };
}

function sayingFull(sql: Sql): Disk {
  return {
    kind: "a server that answers 53100",
    async fill() {
      await sql`
        create function is_full() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`;
      await sql`create trigger full_disk before insert on document_updates execute function is_full()`;
    },
    free: async () => void (await sql`drop trigger if exists full_disk on document_updates`),
    remove: async () => void (await sql`drop function is_full`),
  };
}

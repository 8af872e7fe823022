import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { EmbeddedError } from "#db/embedded/index.ts";
import { readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { dataOf, embeddedFolder, emptyFolder, query, start } from "#tests/support/embedded-folder.ts";

// Making the data takes a second alone, and much longer on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

it("makes the data folder, serves it, stops, and finds everything again", async () => {
  const folder = await emptyFolder();
  const first = await start(folder);
  expect(first.owned).toBe(true);
  await query(first.url, "create table schools (name text)");
  await query(first.url, "insert into schools values ('De Wilg')");
  await first.stop();
  expect(await readPostmasterFile(dataOf(folder))).toBeNull();

  const second = await start(folder);
  expect(second.owned).toBe(true);
  expect(await query(second.url, "select name from schools")).toEqual([{ name: "De Wilg" }]);
});

it("is PostgreSQL 18 for an ordinary role: durable, without a network, closed to other accounts, ordered by bytes", async () => {
  const folder = await embeddedFolder();
  const { url } = await start(folder);
  const [row] = await query(
    url,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as network,
       current_setting('unix_socket_permissions') as socket, rolsuper as superuser
     from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({ version: 18, fsync: "on", commit: "on", network: "", socket: "0700", superuser: false });
  expect((await stat(dataOf(folder))).mode & 0o777).toBe(0o700);

  const words = "(values ('zee'), ('École'), ('Zon'), ('aap')) as words (word)";
  const order = async (by: string) =>
    (await query(url, `select word from ${words} order by ${by}`)).map(({ word }) => word);
  expect(await order("word")).toEqual(["Zon", "aap", "zee", "École"]);
  expect(await order(`word collate "und-x-icu"`)).toEqual(["aap", "École", "zee", "Zon"]);
});

it("clears away what a start left behind that was killed while making the data, not what another is making now", async () => {
  const folder = await embeddedFolder();
  const nobody = spawnSync("true").pid;
  await mkdir(join(folder, `postgres.new-${nobody}-Ab12Cd`, "base"), { recursive: true });
  await mkdir(join(folder, `binaries-18.4.0.new-${nobody}-Ab12Cd`));
  await mkdir(join(folder, `postgres.new-${process.pid}-Ef34Gh`));
  await start(folder);
  expect(await readdir(folder)).toEqual(["postgres", "postgres.log", `postgres.new-${process.pid}-Ef34Gh`]);
});

it("tells in a sentence what PostgreSQL complains about, and leaves the data alone", async () => {
  const folder = await embeddedFolder();
  await (await start(folder)).stop();
  await writeFile(join(dataOf(folder), "PG_VERSION"), "17\n");
  const error = await start(folder).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(EmbeddedError);
  expect(error).toMatchObject({ code: "start" });
  expect((error as Error).message).toMatch(/could not start on .*incompatible.*left as they are/);
  await writeFile(join(dataOf(folder), "PG_VERSION"), "18\n");
  await start(folder);
});

it("refuses a folder that cannot be made or holds something else", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "file"), "");
  await expect(start(join(folder, "file", "data"))).rejects.toMatchObject({
    name: "EmbeddedError",
    code: "unwritable",
  });
  await mkdir(dataOf(folder));
  await writeFile(join(dataOf(folder), "holiday.jpg"), "");
  await expect(start(folder)).rejects.toMatchObject({ name: "EmbeddedError", code: "start" });
  expect(existsSync(join(dataOf(folder), "holiday.jpg"))).toBe(true);
});

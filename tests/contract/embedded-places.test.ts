import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, readlink, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { accountFor } from "#db/embedded/account.ts";
import { findPackage, prepareBinaries } from "#db/embedded/binaries.ts";
import { launch } from "#db/embedded/launch.ts";
import { launchPgCtl } from "#db/embedded/launch-pg-ctl.ts";
import { readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { stopServer } from "#db/embedded/stop-server.ts";
import { startEmbeddedApp } from "#tests/support/embedded-app.ts";
import { dataOf, embeddedFolder, emptyFolder, query, start } from "#tests/support/embedded-folder.ts";

// Making the data takes a second alone, and much longer on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const isRoot = process.getuid?.() === 0;

/** The package as npm lays it down when install scripts are turned off: without the links between its libraries. */
async function packageWithoutLinks(into: string): Promise<string> {
  await cp(findPackage(), into, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  for (const { target } of await linksOf(into)) await rm(join(into, target), { force: true });
  return into;
}

const linksOf = async (root: string): Promise<{ source: string; target: string }[]> =>
  JSON.parse(await readFile(join(root, "native", "pg-symlinks.json"), "utf8"));

it("makes the library links that a skipped install script did not", async () => {
  const folder = await embeddedFolder();
  const packageRoot = await packageWithoutLinks(join(folder, "package"));
  const { url } = await start(folder, { packageRoot });
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await readlink(join(packageRoot, "native", "lib", "libpq.so.5"))).toMatch(/^libpq\.so\.5\.\d+$/);
});

it("copies the programs when the package can neither be completed nor reached, and only once", async () => {
  const folder = await embeddedFolder();
  const packageRoot = await packageWithoutLinks(join(folder, "package"));
  const lib = join(packageRoot, "native", "lib");
  // Nothing is read-only to root; closed to the account that runs PostgreSQL is root's own trouble.
  await chmod(isRoot ? packageRoot : lib, isRoot ? 0o700 : 0o555);
  onTestFinished(() => chmod(lib, 0o755));
  for (let round = 0; round < 2; round++) {
    const embedded = await start(folder, { packageRoot });
    expect(await query(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await embedded.stop();
  }
  const { version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  expect(existsSync(join(folder, `binaries-${version}`, "native", "bin", "postgres"))).toBe(true);
});

it("takes a folder whose name has spaces, commas, quotes and accents", async () => {
  const folder = join(await emptyFolder(), `klas 3, "groen" & 'blauw' é`);
  const embedded = await start(folder);
  expect(await query(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

it("listens in a short folder when the data folder's path is too long for a socket, and finds it again", async () => {
  const outer = await emptyFolder();
  const folder = join(outer, "a-school-with-a-very-long-name/and-a-folder-for-every-year/2026-2027");
  const app = await startEmbeddedApp(folder);
  const socketFolder = (await readPostmasterFile(dataOf(folder)))!.socketFolder;
  expect(socketFolder).toMatch(/^\/tmp\/leerlus-socket-\w+$/);
  app.signal("SIGKILL");
  await app.ended;
  const next = await start(folder);
  expect(next.url).toBe(app.first.url);
  process.kill((await readPostmasterFile(dataOf(folder)))!.pid, "SIGINT"); // else nobody would
  await expect.poll(() => next.owned, { timeout: 60_000 }).toBe(true);
  expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await next.stop();
  expect(existsSync(socketFolder)).toBe(false);
});

it("serves on the loopback with a password where there are no unix sockets", async () => {
  const folder = await emptyFolder();
  const embedded = await start(folder, { transport: "loopback" });
  expect(embedded.url).toMatch(/^postgres:\/\/leerlus:[0-9a-f]{48}@127\.0\.0\.1:\d+\/leerlus$/);
  expect(await query(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await expect(query(embedded.url.replace(/:[0-9a-f]{48}@/, ":guess@"), "select 1")).rejects.toMatchObject({
    code: "28P01",
  });
});

it("can be started by pg_ctl, as Windows needs it, and withdraws when another start was first", async () => {
  const folder = await embeddedFolder();
  await (await start(folder, { transport: "loopback" })).stop();
  const data = dataOf(folder);
  const account = await accountFor(data);
  const binaries = await prepareBinaries(folder, account);
  const password = await readFile(join(folder, "password"), "utf8");
  const address = { kind: "loopback", port: 20_000 + (process.pid % 20_000), password } as const;
  const plan = { binaries, data, account, address, logFile: join(data, "postgres.log") };
  const pid = await launchPgCtl(plan);
  const { sql, close } = openDatabase(`postgres://leerlus:${password}@127.0.0.1:${address.port}/leerlus`);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await close();
  expect(await launchPgCtl(plan)).toBeNull();
  expect(await launch(plan)).toBeNull();
  await stopServer(plan, pid!);
  expect(await readPostmasterFile(data)).toBeNull();
});

// An ordinary user runs PostgreSQL as himself, so what he can write it can reach: these can happen to root only.
if (isRoot) {
  it("keeps the data elsewhere when PostgreSQL's account cannot enter root's folder, and says so there", async () => {
    const outer = await emptyFolder();
    const fallback = join(await emptyFolder(), "var");
    const closed = join(outer, "root");
    await mkdir(closed, { mode: 0o700 });
    const options = { fallbacks: [fallback] };
    const first = await start(join(closed, "data"), options);
    await query(first.url, "create table schools (name text)");
    await first.stop();
    const { home } = JSON.parse(await readFile(join(closed, "data", "elsewhere.json"), "utf8"));
    expect(existsSync(join(home, "postgres", "PG_VERSION"))).toBe(true);

    // The signpost counts, also when the way is open later.
    await chmod(closed, 0o755);
    const second = await start(join(closed, "data"), options);
    expect(await query(second.url, "select count(*)::int as n from schools")).toEqual([{ n: 0 }]);
    await second.stop();

    await rename(home, `${home}-moved`);
    await expect(start(join(closed, "data"), options)).rejects.toMatchObject({ code: "missing" });
  });

  it("does not begin anew when the way to existing data was closed", async () => {
    const outer = await emptyFolder();
    const folder = join(outer, "root", "data");
    await (await start(folder)).stop();
    await chmod(join(outer, "root"), 0o700);
    await expect(start(folder)).rejects.toMatchObject({ name: "EmbeddedError", code: "unreachable" });
  });

  it("does not use a folder in a public place that somebody else laid ready", async () => {
    const outer = await emptyFolder();
    const closed = join(outer, "root");
    await mkdir(closed, { mode: 0o700 });
    const trap = join(outer, "trap");
    await mkdir(trap);
    await chmod(trap, 0o777);
    await expect(start(join(closed, "data"), { fallbacks: [trap] })).rejects.toMatchObject({ code: "unreachable" });
  });
}

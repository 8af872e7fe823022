import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { accountFor } from "#db/embedded/account.ts";
import { isAlive, readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { spawnOptions } from "#db/embedded/run.ts";
import { type EmbeddedApp, startEmbeddedApp } from "#tests/support/embedded-app.ts";
import { dataOf, embeddedFolder, query, start } from "#tests/support/embedded-folder.ts";

// Processes are started and killed by the handful: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 90_000 });
const patience = { timeout: 30_000 };
const serverOf = async (folder: string) => {
  const file = await vi.waitUntil(() => readPostmasterFile(dataOf(folder)), patience);
  return file!.pid;
};

async function killed(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await sleep(5);
}

async function expectAllSaved(app: EmbeddedApp, url: string): Promise<void> {
  // Besides what the application knows of, one insert may have been under way.
  const [row] = await query(url, "select count(*)::int as rows, max(n) as last from written");
  expect(row!.rows).toBe(row!.last);
  expect([app.saved(), app.saved() + 1]).toContain(row!.last);
}

it("goes on at once with the server of a killed application, and leaves that running at the end", async () => {
  const folder = await embeddedFolder();
  const app = await startEmbeddedApp(folder);
  await vi.waitFor(() => expect(app.saved()).toBeGreaterThan(5), patience);
  const server = await serverOf(folder);
  app.signal("SIGKILL");
  expect(await app.ended).toBe("SIGKILL");

  const next = await start(folder);
  expect(next.owned).toBe(false);
  expect(next.url).toBe(app.first.url);
  await expectAllSaved(app, next.url);
  await next.stop();
  expect(await serverOf(folder)).toBe(server);
  expect(isAlive(server)).toBe(true);
  expect((await start(folder)).owned).toBe(false);
});

it("starts after application and server were killed, with every acknowledged row", async () => {
  const folder = await embeddedFolder();
  const app = await startEmbeddedApp(folder);
  await vi.waitFor(() => expect(app.saved()).toBeGreaterThan(5), patience);
  const server = await serverOf(folder);
  app.signal("SIGKILL");
  await app.ended;
  await killed(server);
  expect((await readPostmasterFile(dataOf(folder)))?.saysReady).toBe(true); // stale, and it lies

  const next = await start(folder);
  expect(next.owned).toBe(true);
  expect(await serverOf(folder)).not.toBe(server);
  await expectAllSaved(app, next.url);
});

it("starts when the killed server's process id belongs to something else by now", async () => {
  const folder = await embeddedFolder();
  const data = dataOf(folder);
  const app = await startEmbeddedApp(folder);
  await vi.waitFor(() => expect(app.saved()).toBeGreaterThan(5), patience);
  app.signal("SIGKILL");
  await app.ended;
  const server = await serverOf(folder);
  await killed(server);
  const stranger = spawn("sleep", ["600"], { ...spawnOptions(await accountFor(data)), stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  for (const file of ["postmaster.pid", ".s.PGSQL.5432.lock"]) {
    const text = await readFile(join(data, file), "utf8");
    await writeFile(join(data, file), text.replace(String(server), String(stranger.pid)));
  }
  const next = await start(folder);
  await expectAllSaved(app, next.url);
  expect(isAlive(stranger.pid!)).toBe(true);
});

it("starts a server again that was killed under a working application, under the same address", async () => {
  const folder = await embeddedFolder();
  const app = await startEmbeddedApp(folder);
  for (let round = 0; round < 2; round++) {
    const server = await serverOf(folder);
    await killed(server);
    // Until then its orphaned children may still serve, and what they acknowledge is as safe.
    await vi.waitFor(async () => expect(await serverOf(folder)).not.toBe(server), patience);
    const before = app.saved();
    await vi.waitFor(() => expect(app.saved()).toBeGreaterThan(before + 5), patience);
  }
  app.signal("SIGTERM");
  expect(await app.ended).toBe(0);
  expect(await readPostmasterFile(dataOf(folder))).toBeNull();
  await expectAllSaved(app, (await start(folder)).url);
});

it("keeps what it owns when only its own connection is cut", async () => {
  const folder = await embeddedFolder();
  const embedded = await start(folder);
  const server = await serverOf(folder);
  const administrator = embedded.url.replace("/leerlus?", "/postgres?").replace("user=leerlus", "user=postgres");
  const lockHolders = "from pg_stat_activity where application_name like 'leerlus process %'";
  const holder = async () => (await query(administrator, `select pid ${lockHolders}`))[0]?.pid;
  const before = await holder();
  await query(administrator, `select pg_terminate_backend(pid) ${lockHolders}`);
  await vi.waitFor(async () => expect([undefined, before]).not.toContain(await holder()), patience);
  expect(embedded.owned).toBe(true);
  await embedded.stop();
  expect(isAlive(server)).toBe(false);
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import type { EmbeddedError } from "#db/embedded/index.ts";
import { readPostmasterFile } from "#db/embedded/postmaster-file.ts";
import { startEmbeddedApp } from "#tests/support/embedded-app.ts";
import { dataOf, embeddedFolder, emptyFolder, query, start } from "#tests/support/embedded-folder.ts";

// Processes are started and killed by the handful: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 90_000 });

it("refuses a second application on the folder, names the first, and harms nothing", async () => {
  const folder = await embeddedFolder();
  const first = await startEmbeddedApp(folder);
  const second = await startEmbeddedApp(folder);
  expect(await second.ended).toBe(1);
  expect(second.first.code).toBe("in-use");
  expect(second.first.message).toContain(`(process ${first.pid})`);

  // A script within this process fares no better.
  await expect(start(folder)).rejects.toMatchObject({ code: "in-use" });

  const savedThen = first.saved();
  await vi.waitFor(() => expect(first.saved()).toBeGreaterThan(savedThen));
  first.signal("SIGTERM");
  expect(await first.ended).toBe(0);
  const { url } = await start(folder);
  expect(await query(url, "select count(*)::int as rows, max(n) as last from written")).toEqual([
    { rows: first.saved(), last: first.saved() },
  ]);
});

it("lets one of several starts at the same moment have an empty folder", async () => {
  const folder = await emptyFolder();
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => start(folder)));
  const codes = outcomes.map((outcome) => (outcome.status === "fulfilled" ? "up" : outcome.reason.code));
  expect(codes.sort()).toEqual(["in-use", "in-use", "up"]);
});

it("lets go of the folder when it is stopped", async () => {
  const folder = await embeddedFolder();
  await (await start(folder)).stop();
  await (await start(folder)).stop();
});

it("ends the application whose folder was taken while its database was down", async () => {
  const folder = await embeddedFolder();
  const paused = await startEmbeddedApp(folder);
  paused.signal("SIGSTOP");
  process.kill((await readPostmasterFile(dataOf(folder)))!.pid, "SIGKILL");
  const lost = vi.fn<(error: EmbeddedError) => void>();
  const taker = await start(folder, { onLost: lost });
  expect(taker.owned).toBe(true);
  paused.signal("SIGCONT");
  expect(await paused.ended).toBe(1);
  expect(paused.lost()).toContain(`(process ${process.pid})`);
  await sleep(50);
  expect(lost).not.toHaveBeenCalled();
});

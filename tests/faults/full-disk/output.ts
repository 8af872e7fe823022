import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { until } from "#tests/support/typist.ts";
import { type Figures, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";
import type { Ground } from "../ground.ts";
import { mountSmallDisk } from "./small-disk.ts";

/** A node without room for its log and for temporary files says nothing, does all its work, and is heard again later. */
export async function noRoomForOutput({ world, nodes, balancer, cookies, ...people }: Ground): Promise<Figures> {
  const disk = await mountSmallDisk(join(world.folder, "output-disk"), 1);
  if (disk === null) return { outputDisk: "not tried: nothing could be mounted" };
  const [node] = nodes;
  const log = join(disk.folder, "log");
  const said = () => readFile(log, "utf8");
  const page = () =>
    fetch(`${node.url}/data/start`, {
      headers: { Cookie: cookies[0] as string },
      signal: AbortSignal.timeout(20_000),
    });
  try {
    await node.stop();
    await node.restart({ LOG_LEVEL: "info", TMPDIR: disk.folder }, { log });
    const { pid } = node;
    const typists = await people.gather(await people.newDocument(), 4, node.url);
    await disk.fill();
    // What was left of the last piece of the disk that the log has.
    await appendFile(log, " ".repeat(8_192)).catch(() => {});
    const before = await said();
    const crowd = new Crowd(typists, 60);
    let pages = 0;
    for (const end = performance.now() + sized(1_000, 120_000); performance.now() < end; pages++) {
      expect((await page()).status, "pages are read").toBe(200);
      await sleep(50);
    }
    crowd.stop();
    expect(await said(), "there is no room for a word").toBe(before);
    const verdict = await people.conclude(typists);
    await disk.free();
    await page();
    await until(async () => (await said()).length > before.length, "it is heard again");
    expect(await said()).not.toContain("a fault that nothing caught");
    expect(node.pid, "it was not started again").toBe(pid);
    expect(harm([verdict])).toEqual(NO_HARM);
    return { outputFullMs: sized(1_000, 120_000), outputAcknowledged: markersOf([verdict]), outputPages: pages };
  } finally {
    await disk.free();
    await node.kill();
    await node.restart();
    await balancer.serve(nodes);
    disk.unmount();
  }
}

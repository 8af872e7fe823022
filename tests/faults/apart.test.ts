import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paragraph } from "#content/blocks.ts";
import { connectDocument, type LiveDocument } from "#realtime/client/index.ts";
import { writeBlocks } from "#server/documents/index.ts";
import type { AppNode } from "#tests/support/node-process.ts";
import { startWorld, type World } from "#tests/support/world.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

describe("one process for pages and one for sockets", () => {
  let world: World;
  let web: AppNode;
  let live: AppNode;
  beforeAll(async () => {
    world = await startWorld({ nodes: 2, roles: ["web", "live"], database: "system", redis: true });
    [web, live] = world.nodes as [AppNode, AppNode];
  });
  afterAll(() => world?.stop());

  test("each does its own work only: no page from the one, no socket from the other", async () => {
    expect((await fetch(`${web.url}/toolkit`)).status).toBe(200);
    const page = await fetch(`${live.url}/toolkit`, { headers: { Accept: "text/html" } });
    expect(page.status).toBe(421);
    expect(await page.text()).toContain(web.url);
    expect(await answerToUpgrade(web)).toBe("");
    expect(await answerToUpgrade(live)).toContain(" 101 ");
  });

  test("what a person writes arrives, and who is removed on a page loses the document at its socket", async () => {
    const [lien, jonas] = await Promise.all([world.cookieOf("lien"), world.cookieOf("jonas")]);
    const documentId = await world.documentId(CYCLE, "implement");
    const open = (cookie: string) => connectDocument({ url: live.url, cookie, documentId, storage: "none" });
    const [writer, reader] = await Promise.all([open(lien), open(jonas)]);
    writer.doc.transact(() => writeBlocks(writer.doc, [paragraph("⟦apart⟧")]));
    await until("the colleague reads it", () => says(reader, "⟦apart⟧"));

    const [facts] = await world.database().sql`
      select m.team_id as team, m.person_id as person from team_members m
      join people p on p.id = m.person_id join cycles c on c.team_id = m.team_id
      where c.title = ${CYCLE} and p.name = 'Jonas Mutombo'`;
    const answer = await fetch(`${web.url}/teams/${facts?.team}/leden/weg`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: lien, Origin: web.url, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ personId: facts?.person }),
    });
    expect(answer.status).toBeLessThan(400);
    await until("the socket loses it", () => reader.status === "removed");
    await Promise.all([writer.close(), reader.close()]);
  });
});

const says = ({ doc }: LiveDocument, text: string) => JSON.stringify(doc.toJSON()).includes(text);

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !holds(); await sleep(20))
    if (Date.now() > deadline) throw new Error(`it did not happen: ${what}`);
}

/** The first line a process says to somebody who wants a WebSocket; nothing when it hangs up. */
function answerToUpgrade({ url }: AppNode): Promise<string> {
  const { host, hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const line = connect(Number(port), hostname, () => {
      line.write(
        `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\nConnection: Upgrade\r\n` +
          "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OUFCQ0RFRg==\r\n\r\n",
      );
    });
    line.once("data", (bytes) => {
      resolve(String(bytes).split("\r\n")[0] ?? "");
      line.destroy();
    });
    line.once("close", () => resolve(""));
    line.once("error", reject);
  });
}

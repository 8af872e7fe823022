import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { paragraph } from "#content/blocks.ts";
import { ROOT } from "#domain/documents/words.ts";
import { connectDocument, type LiveDocument } from "#realtime/client/index.ts";
import { writeBlocks } from "#server/documents/index.ts";
import { startWorld, type World } from "#tests/support/world.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";
const WRITERS = ["lien", "jonas", "karen"] as const;
const KILLS = 3;
const MARKERS_PER_ROUND = 40;

/** Everything a document says, in order. */
function textOf(document: Y.Doc): string {
  const read = (node: Y.XmlFragment): string =>
    node
      .toArray()
      .map((child) =>
        child instanceof Y.XmlText
          ? child
              .toDelta()
              .map((run: { insert: string }) => run.insert)
              .join("")
          : child instanceof Y.XmlElement
            ? `${read(child)}\n`
            : "",
      )
      .join("");
  return read(document.getXmlFragment(ROOT));
}

/** Types markers and notes which of them the server acknowledged as saved. */
async function typeMarkers(open: LiveDocument, name: string, round: number, acknowledged: Set<string>): Promise<void> {
  const waiting: { marker: string; edit: number }[] = [];
  const settle = () => {
    while (waiting[0] && waiting[0].edit <= open.acknowledged.seq) acknowledged.add(waiting.shift()?.marker as string);
  };
  for (let number = 0; number < MARKERS_PER_ROUND; number++) {
    const marker = `⟦${name}-${round}-${number}⟧`;
    open.doc.transact(() => writeBlocks(open.doc, [paragraph(marker)]));
    const { seq, pending } = open.acknowledged;
    waiting.push({ marker, edit: seq + pending });
    await sleep(5);
    settle();
  }
  for (let tries = 0; tries < 40 && waiting.length > 0; tries++) {
    await sleep(25);
    settle();
  }
}

describe.each(["own", "system"] as const)("killed while people type, on the %s database", (database) => {
  let world: World;
  afterAll(() => world?.stop());

  test("every acknowledged edit is there after the restart, once", async () => {
    world = await startWorld({ database });
    const [node] = world.nodes;
    const cookies = await Promise.all(WRITERS.map((writer) => world.cookieOf(writer)));
    const documentId = await documentOf(world, cookies[0] as string);
    const acknowledged = new Set<string>();

    for (let round = 0; round < KILLS; round++) {
      const opened = await Promise.all(
        cookies.map((cookie) => connectDocument({ url: world.url, cookie, documentId, storage: "none" })),
      );
      const typing = opened.map((open, index) => typeMarkers(open, WRITERS[index] as string, round, acknowledged));
      await sleep(60 + round * 45);
      await node?.kill();
      await Promise.all(typing);
      await Promise.all(opened.map((open) => open.close()));
      await node?.restart();
    }

    const reader = await connectDocument({ url: world.url, cookie: cookies[0], documentId, storage: "none" });
    const text = textOf(reader.doc);
    await reader.close();
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    const lost = [...acknowledged].filter((marker) => text.split(marker).length !== 2);
    expect(lost, "acknowledged, and not there exactly once").toEqual([]);
  });
});

/** The document of the stage where the cycle is, found as a page would: through what the server answers. */
async function documentOf(world: World, cookie: string): Promise<string> {
  if (world.cluster) return world.documentId(CYCLE, "implement");
  const headers = { Cookie: cookie, Accept: "application/json" };
  const start = (await (await fetch(`${world.url}/data/start`, { headers })).json()) as {
    own: { id: string; title: string }[];
  };
  const cycle = start.own.find(({ title }) => title === CYCLE);
  const view = (await (await fetch(`${world.url}/data/lussen/${cycle?.id}`, { headers })).json()) as {
    stages: { stage: string; document: { id: string } | null }[];
  };
  return view.stages.find(({ stage }) => stage === "implement")?.document?.id as string;
}

import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { connectDocument } from "#realtime/client/index.ts";
import { readLog } from "#tests/support/verdict.ts";
import type { World } from "#tests/support/world.ts";
import { awake, expect, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

// T86 and what stands near it: pages and a server that cannot read all of a document, or not the same.

test.use({ losesServer: true });

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

async function write(page: Page, words: string): Promise<void> {
  await newParagraph(page);
  await page.keyboard.insertText(words);
  await saved(page);
}

/** The server dies and starts again; meanwhile the newest row of a document is damaged. Nobody on a page hears why. */
async function damageNewestRow(world: World, documentId: string, pages: readonly Page[]): Promise<void> {
  const [node] = world.nodes;
  await Promise.all(pages.map((page) => page.context().setOffline(true)));
  await node?.kill();
  const { count } = await world.database().sql`
    update document_updates u set entries = ${Buffer.from("ffffffffff", "hex")}
    from documents d where d.id = ${documentId} and u.document_id = d.id and u.seq = d.last_seq`;
  expect(count).toBe(1);
  await node?.restart();
}

const online = (page: Page) => page.context().setOffline(false);

test("a damaged row is left out, people read and write on without it, and its words come back with their author", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  await openDocument(lien, cycleId, "borgen");
  await write(lien, "Voor de schade.");
  await write(lien, "Wat beschadigd raakt.");
  await damageNewestRow(world, await world.documentId(CYCLE, "anchor"), [lien]);

  const text = await openDocument(jonas, cycleId, "borgen");
  await write(jonas, "Na de schade.");
  await expect(text).toContainText("Voor de schade.");
  await expect(text).not.toContainText("Wat beschadigd raakt.");

  await online(lien);
  for (const each of [text, lien.locator(".ProseMirror")])
    for (const words of ["Voor de schade.", "Wat beschadigd raakt.", "Na de schade."])
      await expect(each).toContainText(words, { timeout: 30_000 });
});

test("words that stand in one browser only are offered to be copied, and the page goes on with the server's text", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  await openDocument(lien, cycleId, "evalueren");
  const text = await openDocument(jonas, cycleId, "evalueren");
  await write(lien, "Dit heeft straks alleen Jonas nog.");
  await expect(text).toContainText("alleen Jonas nog");
  await damageNewestRow(world, await world.documentId(CYCLE, "evaluate"), [lien, jonas]);

  await online(jonas);
  const words = jonas.getByLabel("Wat alleen op dit toestel stond");
  await expect(words).toHaveValue("Dit heeft straks alleen Jonas nog.", { timeout: 30_000 });
  await expect(text).toHaveAttribute("contenteditable", "false");
  await jonas.getByRole("button", { name: "Opnieuw laden" }).click();
  await expect(text).toBeVisible();
  await expect(text).not.toContainText("alleen Jonas nog");
  // They are still offered, until he says that it is fine.
  await expect(words).toHaveValue("Dit heeft straks alleen Jonas nog.");
  await jonas.getByRole("button", { name: "In orde" }).click();
  await expect(words).toHaveCount(0);
  await write(jonas, "Jonas schrijft verder.");
  await jonas.reload();
  await awake(jonas);
  await expect(text).toContainText("Jonas schrijft verder.");
  await expect(jonas.getByText("Bewaard", { exact: true })).toBeVisible();
  await expect(words).toHaveCount(0);
});

test("what a newer release put in a document stays there, with a sentence in its place for who cannot see it", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const documentId = await world.documentId(CYCLE, "need");
  const lien = await as("lien");
  const newer = await connectDocument({ url: world.url, cookie: await world.cookieOf("karen"), documentId });
  const poll = new Y.XmlElement("poll");
  poll.insert(0, [new Y.XmlText("Wie doet mee?")]);
  newer.doc.getXmlFragment(ROOT).insert(0, [poll]);

  const text = await openDocument(lien, cycleId, "behoefte");
  await expect(text.getByText("Hier staat iets wat deze pagina niet kan tonen. Het is bewaard.")).toBeVisible();
  await text.focus();
  await lien.keyboard.press("Control+a");
  await lien.keyboard.press("Delete");
  await write(lien, "Ernaast geschreven.");
  await newer.close();
  const log = await readLog(world.database().sql, documentId);
  expect(log.getXmlFragment(ROOT).toString()).toContain("<poll>Wie doet mee?</poll>");

  // What it says can be read in the history.
  await lien.goto(`/lussen/${cycleId}/behoefte/geschiedenis`);
  await lien.getByLabel("Naam van de versie").fill("Met een peiling");
  await lien.getByRole("button", { name: "Bewaar deze versie" }).click();
  await lien.getByRole("link", { name: "Met een peiling" }).click();
  await expect(lien.getByText("Wie doet mee?").last()).toBeVisible();
  await expect(lien.getByText(/^Deze pagina kan dit stuk niet tonen zoals het is/).last()).toBeVisible();
});

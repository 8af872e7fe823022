import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import type { World } from "#tests/support/world.ts";
import { awake, expect, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

// T86: files of the page that a release took away since the page was made.

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

/** The file of the build that holds this module. */
function fileOf(module: string): string {
  const chunks: { file: string; modules: string[] }[] = JSON.parse(readFileSync("build/browser-chunks.json", "utf8"));
  const chunk = chunks.find(({ modules }) => modules.some((name) => name.startsWith(module)));
  if (!chunk) throw new Error(`no file of the build holds ${module}`);
  return chunk.file;
}

/** From now on the file is not there; `come` brings it back, as a new page would name the new one. */
async function withoutFile(page: Page, module: string): Promise<{ come(): Promise<void> }> {
  const file = `**/${fileOf(module)}`;
  await page.route(file, (route) => route.fulfill({ status: 404 }));
  return { come: () => page.unroute(file) };
}

/** A page of somebody's whose complaints about the files are expected: the framework's own have no words of ours. */
async function pageOf(browser: Browser, world: World): Promise<Page> {
  const context = await browser.newContext({ baseURL: world.url });
  const pairs = (await world.cookieOf("lien")).split("; ");
  await context.addCookies(
    pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: world.url };
    }),
  );
  return context.newPage();
}

for (const [what, file] of [
  ["the editor", "app/features/document/live-document.tsx"],
  ["what opens the live line", "realtime/client/index.ts"],
] as const)
  test(`without the file of ${what} the text stands there with what to do, and reloading helps`, async ({
    as,
    world,
  }) => {
    const lien = await as("lien");
    const files = await withoutFile(lien, file);
    await lien.goto(`/lussen/${await world.cycleId(CYCLE)}/behoefte`);
    await expect(lien.getByText("De tekst kan hier even niet bewerkt worden")).toBeVisible();
    await expect(lien.locator(".document-text")).not.toBeEmpty();
    await files.come();
    await lien.getByRole("button", { name: "Opnieuw laden" }).click();
    await expect(lien.locator(".ProseMirror")).toBeVisible();
  });

test("without the file of the next page this one is loaded anew once, and what was just written is there", async ({
  browser,
  world,
}) => {
  const lien = await pageOf(browser, world);
  const text = await openDocument(lien, await world.cycleId(CYCLE), "implementeren");
  await newParagraph(lien);
  await lien.keyboard.insertText("Voor de nieuwe versie.");
  await saved(lien);
  const files = await withoutFile(lien, "app/routes/cycle.about.tsx");
  await lien.keyboard.insertText(" En meteen daarna.");
  await Promise.all([lien.waitForEvent("load"), lien.getByRole("link", { name: "Over deze lus" }).first().click()]);
  await awake(lien);
  await expect(text).toContainText("Voor de nieuwe versie. En meteen daarna.");
  await saved(lien);
  await files.come();
  await lien.getByRole("link", { name: "Over deze lus" }).first().click();
  await expect(lien).toHaveURL(/\/over$/);
  await lien.context().close();
});

test("a page whose own files never come is loaded anew once, and not over and over", async ({ browser, world }) => {
  const lien = await pageOf(browser, world);
  const files = await withoutFile(lien, "app/frame/working-shell.tsx");
  let loads = 0;
  lien.on("load", () => loads++);
  await lien.goto(`/lussen/${await world.cycleId(CYCLE)}/behoefte`);
  await expect.poll(() => loads).toBe(2);
  await lien.waitForTimeout(1_500);
  expect(loads).toBe(2);
  await expect(lien.locator(".document-text")).not.toBeEmpty();
  await files.come();
  await lien.reload();
  await expect(lien.locator(".ProseMirror")).toBeVisible();
  await lien.context().close();
});

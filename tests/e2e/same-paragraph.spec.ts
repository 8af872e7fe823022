import type { Page } from "@playwright/test";
import { accessibilityFaults } from "./accessibility.ts";
import { expect, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

// T87: what two people made of one paragraph without seeing each other's words.

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

async function paragraph(page: Page, words: string): Promise<void> {
  await newParagraph(page);
  await page.keyboard.insertText(words);
}

const choiceOn = (page: Page) => ({
  notice: page.getByText("Terwijl je weg was"),
  own: page.getByRole("region", { name: "Wat jij ervan maakte" }),
  others: page.getByRole("region", { name: "Wat een collega ervan maakte" }),
});

/** Puts the cursor behind a paragraph, as a finger would. */
async function behind(page: Page, words: string) {
  const text = page.locator(".ProseMirror");
  await text.focus();
  await text
    .locator("p", { hasText: words })
    .last()
    .evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press("ArrowRight");
}

test("somebody comes back from hours without a network: both texts of a paragraph are there to choose from", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  const text = await openDocument(lien, cycleId, "borgen");
  await paragraph(lien, "We lezen elke dag.");
  await paragraph(lien, "Dit gaat misschien weg.");
  await saved(lien);
  const jonasText = await openDocument(jonas, cycleId, "borgen");
  await expect(jonasText).toContainText("Dit gaat misschien weg.");

  await lien.context().setOffline(true);
  await behind(lien, "We lezen elke dag.");
  await lien.keyboard.insertText(" Ook op woensdag.");
  await behind(lien, "Dit gaat misschien weg.");
  await lien.keyboard.insertText(" Of toch niet.");
  await expect(lien.getByText("Bewaard op dit toestel")).toBeVisible();
  await behind(jonas, "We lezen elke dag.");
  await jonas.keyboard.press("Home");
  await jonas.keyboard.insertText("Sinds maart: ");
  await jonasText.locator("p", { hasText: "Dit gaat misschien weg." }).evaluate((element) => {
    getSelection()?.selectAllChildren(element);
  });
  await jonas.keyboard.press("Backspace");
  await jonas.keyboard.press("Backspace");
  await expect(jonasText).not.toContainText("misschien weg");
  await saved(jonas);
  // As long as it takes to be apart.
  await lien.waitForTimeout(10_000);
  await lien.context().setOffline(false);

  const { notice, own, others } = choiceOn(lien);
  await expect(own).toContainText("We lezen elke dag. Ook op woensdag.");
  await expect(others).toContainText("Sinds maart: We lezen elke dag.");
  const merged = text.locator("p.overlapped");
  // Between them stands the name at Jonas's cursor.
  await expect(merged).toHaveText(/^Sinds maart: We lezen elke dag\..* Ook op woensdag\.$/);
  await saved(lien);
  await lien.reload();
  // It waits over a reload, and can be chosen with the keyboard and taken back.
  await expect(merged).toHaveCount(1);
  expect(await accessibilityFaults(lien)).toEqual([]);
  await lien.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityFaults(lien)).toEqual([]);
  await lien.getByRole("button", { name: "Neem mijn tekst" }).press("Enter");
  for (const each of [text, jonasText]) {
    await expect(each).toContainText("We lezen elke dag. Ook op woensdag.");
    await expect(each).not.toContainText("Sinds maart");
  }
  await expect(merged).toHaveCount(0);

  await expect(own).toContainText("Dit gaat misschien weg. Of toch niet.");
  await expect(others).toContainText("Een collega haalde deze woorden weg.");
  // The keyboard stays at the notice for the next choice.
  await lien.keyboard.press("Tab");
  await lien.keyboard.press("Enter");
  await expect(notice).toHaveCount(0);
  await expect(text).toBeFocused();
  await expect(jonasText.locator("p", { hasText: "Of toch niet." })).toHaveText(
    "Dit gaat misschien weg. Of toch niet.",
  );
  await lien.keyboard.press("Control+z");
  await expect(jonasText).not.toContainText("Of toch niet.");
  await saved(lien);
  await lien.reload();
  await expect(text).toHaveAttribute("contenteditable", "true");
  await expect(notice).toHaveCount(0);
});

test("who closed the page without a network finds both texts the next day", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  await openDocument(lien, cycleId, "evalueren");
  await paragraph(lien, "Dit staat er vandaag.");
  await saved(lien);
  const jonasText = await openDocument(jonas, cycleId, "evalueren");
  await expect(jonasText).toContainText("Dit staat er vandaag.");

  const context = lien.context();
  await context.setOffline(true);
  await behind(lien, "Dit staat er vandaag.");
  await lien.keyboard.insertText(" Schreef Lien.");
  await expect(lien.getByText("Bewaard op dit toestel")).toBeVisible();
  await lien.close();
  await behind(jonas, "Dit staat er vandaag.");
  await jonas.keyboard.insertText(" Schreef Jonas.");
  await saved(jonas);
  await jonas.waitForTimeout(10_000);
  await context.setOffline(false);
  const back = await context.newPage();
  await openDocument(back, cycleId, "evalueren");
  const { own, others } = choiceOn(back);
  await expect(own).toContainText("Dit staat er vandaag. Schreef Lien.");
  await expect(others).toContainText("Dit staat er vandaag. Schreef Jonas.");
});

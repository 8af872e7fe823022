import type { Locator, Page } from "@playwright/test";
import { ROOT } from "#domain/documents/words.ts";
import { readLog } from "#tests/support/verdict.ts";
import { expect, nameOf, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved, toEnd } from "./in-document.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

/** The text without the names at the carets of others. */
const plain = (text: Locator) =>
  text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".caret")) caret.remove();
    return copy.textContent ?? "";
  });

/** Whether all letters of some words stand in a text, in their order, whatever stands between them. */
function holds(text: string, words: string): boolean {
  let from = 0;
  for (const letter of words.replaceAll(" ", "")) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

test("two teachers write in the same paragraph, and both texts survive on both screens", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  const lienText = await openDocument(lien, cycleId, "implementeren");
  const jonasText = await openDocument(jonas, cycleId, "implementeren");

  await newParagraph(lien);
  await lien.keyboard.type("Maandag: ");
  await expect(jonasText).toContainText("Maandag: ");
  await jonasText.getByText("Maandag:").click();
  await jonas.keyboard.press("End");
  await Promise.all([
    lien.keyboard.type("de duo’s zijn klaar. ", { delay: 15 }),
    jonas.keyboard.type("De kaartjes ook. ", { delay: 15 }),
  ]);
  // Who typed where between the other's words is theirs to agree; each letter of both is there, in its order.
  await expect(async () => {
    expect(await plain(lienText)).toBe(await plain(jonasText));
    const paragraph = await plain(lienText.locator("p", { hasText: "Maandag:" }));
    expect(holds(paragraph, "de duo’s zijn klaar."), paragraph).toBe(true);
    expect(holds(paragraph, "De kaartjes ook."), paragraph).toBe(true);
  }).toPass({ timeout: 10_000 });
  await saved(lien);
  await saved(jonas);
});

test("colleagues see each other's name at the caret, and undo takes back only one's own words", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  const lienText = await openDocument(lien, cycleId, "evalueren");
  await openDocument(jonas, cycleId, "evalueren");

  await newParagraph(lien);
  await lien.keyboard.type("van Lien");
  await expect(jonas.locator(".caret-name", { hasText: nameOf("lien") })).toBeVisible();
  await newParagraph(jonas);
  await jonas.keyboard.type("van Jonas");
  await expect(lienText).toContainText("van Jonas");

  await lien.locator(".ProseMirror").focus();
  await lien.keyboard.press("Control+z");
  await expect(lienText).not.toContainText("van Lien");
  await expect(lienText).toContainText("van Jonas");
});

test("a reload at any moment loses nothing that the light called saved", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const lien = await as("lien");
  await openDocument(lien, cycleId, "borgen");
  await newParagraph(lien);
  for (const word of ["een", "twee", "drie"]) {
    await lien.keyboard.type(`afspraak-${word} `);
    await saved(lien);
    await lien.reload();
    const text = lien.locator(".ProseMirror");
    await expect(text).toContainText(`afspraak-${word}`);
    expect((await text.textContent())?.split(`afspraak-${word}`)).toHaveLength(2);
    await toEnd(lien);
  }
});

test("without a network one writes on; coming back, both sides are there once", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  const lienText = await openDocument(lien, cycleId, "bronnen");
  const jonasText = await openDocument(jonas, cycleId, "bronnen");

  await lien.context().setOffline(true);
  await newParagraph(lien);
  await lien.keyboard.type("zonder-netwerk-geschreven");
  await expect(lien.getByText("Bewaard op dit toestel")).toBeVisible({ timeout: 20_000 });
  await newParagraph(jonas);
  await jonas.keyboard.type("intussen-op-school");
  await saved(jonas);

  await lien.context().setOffline(false);
  for (const text of [lienText, jonasText]) {
    await expect(text).toContainText("zonder-netwerk-geschreven", { timeout: 30_000 });
    await expect(text).toContainText("intussen-op-school", { timeout: 30_000 });
    for (const words of ["zonder-netwerk-geschreven", "intussen-op-school"])
      expect((await text.textContent())?.split(words)).toHaveLength(2);
  }
  await saved(lien);
});

test("several tabs of one person: what each wrote without a network is there once, and so is the person (T88)", async ({
  as,
  world,
}) => {
  test.slow();
  const cycleId = await world.cycleId(CYCLE);
  const jonas = await as("jonas");
  const jonasText = await openDocument(jonas, cycleId, "bronnen");
  const stays = await as("lien");
  const staysText = await openDocument(stays, cycleId, "bronnen");
  const [duplicate] = await Promise.all([
    stays.context().waitForEvent("page"),
    stays.evaluate(() => void window.open(location.href)),
  ]);
  await expect(duplicate.locator(".ProseMirror")).toHaveAttribute("contenteditable", "true");
  const [closed, crashed] = [await stays.context().newPage(), await stays.context().newPage()];
  for (const page of [closed, crashed]) await openDocument(page, cycleId, "bronnen");
  await expect(jonas.getByRole("img", { name: `Ook hier: ${nameOf("lien")}`, exact: true })).toBeVisible();

  await stays.context().setOffline(true);
  const markers = new Map([
    [stays, "tabblad-dat-blijft"],
    [duplicate, "tabblad-dat-verdubbeld-is"],
    [closed, "tabblad-dat-sluit"],
    [crashed, "tabblad-dat-crasht"],
  ]);
  for (const [page, words] of markers) {
    await newParagraph(page);
    await page.keyboard.type(words);
    await expect(page.getByText("Bewaard op dit toestel")).toBeVisible();
  }
  await closed.close();
  const crash = crashed.waitForEvent("crash");
  void crashed.goto("chrome://crash").catch(() => {});
  await crash;
  await crashed.close();
  await stays.context().setOffline(false);
  await saved(stays);
  await saved(duplicate);
  for (const text of [staysText, duplicate.locator(".ProseMirror"), jonasText])
    for (const words of markers.values()) {
      await expect(text).toContainText(words, { timeout: 30_000 });
      expect((await text.textContent())?.split(words)).toHaveLength(2);
    }
  await expect(jonas.getByRole("img", { name: `Ook hier: ${nameOf("lien")}`, exact: true })).toBeVisible();

  await stays.locator("summary", { hasText: nameOf("lien") }).click();
  await stays.getByRole("button", { name: "Afmelden" }).click();
  await expect(stays).toHaveURL(/aanmelden|\/$/);
  await expect(duplicate.getByText("Deze pagina is gesloten")).toBeVisible();
  await expect(duplicate.locator(".ProseMirror")).toHaveCount(0);
});

test("who is signed out by the server reads so, with the words that could be kept nowhere, and comes back to the text", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const { sql } = world.database();
  const jonas = await as("jonas");
  await jonas.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await openDocument(jonas, cycleId, "implementeren");
  await saved(jonas);
  await jonas.context().setOffline(true);
  await newParagraph(jonas);
  await jonas.keyboard.type("Dit staat nergens anders.");
  await jonas.getByLabel("Hoe ging het?").first().fill("Een half briefje.");
  await sql`delete from sessions where person_id = (select id from people where name = ${nameOf("jonas")})`;
  await jonas.context().setOffline(false);
  await expect(jonas.getByRole("alert").getByText("Je bent niet meer aangemeld")).toBeVisible();
  await expect(jonas.getByLabel("Je niet bewaarde woorden")).toHaveValue(
    "Dit staat nergens anders.\nEen half briefje.",
  );
  await expect(jonas.locator(".ProseMirror")).toHaveCount(0);
  await jonas.setViewportSize({ width: 360, height: 800 });
  await jonas.emulateMedia({ colorScheme: "dark" });
  await jonas.getByRole("link", { name: "Aanmelden" }).last().click();
  await expect(jonas).toHaveURL(new RegExp(`aanmelden.terug=.*${cycleId}`));
});

test("what a team decides and why it chose a strand show on a colleague’s open screen, and so does a change of mind", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  await jonas.goto(`/lussen/${cycleId}/activiteit`);
  await lien.goto(`/lussen/${cycleId}/over`);
  await lien.getByText("Noteer een beslissing").first().click();
  await lien.getByLabel("Wat is er beslist?").first().fill("We wisselen de duo’s pas na de vakantie.");
  await lien.getByLabel("Wie doet het?").first().fill("Karen");
  await lien.getByRole("button", { name: "Noteer", exact: true }).first().click();
  const decision = lien.getByRole("listitem").filter({ hasText: "We wisselen de duo’s pas na de vakantie." }).last();
  await expect(decision).toContainText("Karen");
  await expect(jonas.getByText(`${nameOf("lien")} noteerde een beslissing`)).not.toHaveCount(0);
  await decision.getByRole("button", { name: /^Schrap/ }).click();
  await expect(decision).toHaveCount(0);
  await expect(jonas.getByText(`${nameOf("lien")} schrapte een beslissing`)).toBeVisible();

  await lien.goto(`/lussen/${cycleId}/implementeren`);
  await lien.getByRole("button", { name: "Peer tutoring" }).click();
  await lien.getByLabel("Waarom dit thema?").fill("Onze leerlingen helpen elkaar al op de speelplaats.");
  await lien.getByRole("dialog").getByRole("button", { name: "Bewaar" }).click();
  await expect(
    jonas.getByText("waarom jullie “Peer tutoring” kozen: “Onze leerlingen helpen elkaar al op de speelplaats.”"),
  ).toBeVisible();
});

/** Types a word without a network, and asks to be signed out. */
async function signOutWithout(page: Page, cycleId: string, word: string): Promise<void> {
  await openDocument(page, cycleId, "bronnen");
  await saved(page);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await newParagraph(page);
  await page.keyboard.type(word);
  await expect(page.getByText("Bewaard op dit toestel")).toBeVisible();
  await page.locator("summary", { hasText: nameOf("lien") }).click();
  await page.getByRole("button", { name: "Afmelden" }).click();
}

test("who signs out without a network is asked about the edits that only this device has, and stays with them", async ({
  as,
  world,
}) => {
  const lien = await as("lien");
  await signOutWithout(lien, await world.cycleId(CYCLE), "nog-niet-verstuurd");
  const question = lien.getByRole("dialog", { name: "Je hebt geen verbinding" });
  await expect(question).toContainText("die de server niet heeft");
  await question.getByRole("button", { name: "Blijf nog even" }).click();
  await expect(question).toBeHidden();
  await lien.context().setOffline(false);
  await saved(lien);
  await lien.reload();
  await expect(lien.locator(".ProseMirror")).toContainText("nog-niet-verstuurd");
});

test("work that was wiped from the device without a network is not sent when the network is back", async ({
  as,
  world,
}) => {
  const lien = await as("lien");
  await signOutWithout(lien, await world.cycleId(CYCLE), "dit-is-gewist");
  await lien.getByRole("button", { name: "Wis mijn werk op dit toestel" }).click();
  await expect(lien.getByText("Je werk staat niet meer op dit toestel")).toBeVisible();
  await lien.context().setOffline(false);
  // What must not happen has no event to wait for; a line comes back within two seconds.
  await lien.waitForTimeout(4_000);
  const log = await readLog(world.database().sql, await world.documentId(CYCLE, "sources"));
  expect(log.getXmlFragment(ROOT).toString()).not.toContain("dit-is-gewist");
});

test("without script a teacher reads, notes how the lesson went and adds a card by plain forms", async ({
  browser,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const context = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false });
  const [name = "", value = ""] = (await world.cookieOf("lien")).split("; ")[0]?.split("=") ?? [];
  await context.addCookies([{ name, value, url: world.url }]);
  const page = await context.newPage();
  await page.goto(`/lussen/${cycleId}/implementeren`);
  await expect(page.locator("main noscript p").first()).toContainText("Je browser draait geen JavaScript.");
  await page.locator("#quick-log-title").fill("Twee duo’s ruilden vanzelf van rol.");
  await page.getByRole("button", { name: "Noteer", exact: true }).click();
  await expect(page.getByText("Twee duo’s ruilden vanzelf van rol.")).toBeVisible();
  await page.locator("details:has(#plain-action-) > summary").click();
  await page.locator("#plain-action-").fill("Kaartjes bijdrukken");
  await page
    .locator("form", { has: page.locator("#plain-action-") })
    .getByRole("button")
    .click();
  await expect(page.getByText("Kaartjes bijdrukken")).toBeVisible();
  // A button that only a script hears is not offered.
  await expect(page.getByRole("button", { name: "Ga naar Evalueren" })).toHaveCount(0);
  await context.close();
});

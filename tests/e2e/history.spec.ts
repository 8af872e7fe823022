import { expect, nameOf, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

test("T19: a text that somebody wiped comes back with one press, and what a colleague types meanwhile stays", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, jonas] = [await as("lien"), await as("jonas")];
  const lienText = await openDocument(lien, cycleId, "implementeren");
  const jonasText = await openDocument(jonas, cycleId, "implementeren");
  await newParagraph(lien);
  await lien.keyboard.type("Deze zin schreef Lien net voor het misging.");
  await expect(jonasText).toContainText("net voor het misging");

  await jonasText.focus();
  await jonas.keyboard.press("Control+a");
  await jonas.keyboard.press("Delete");
  await saved(jonas);
  await expect(lienText).not.toContainText("misging");
  await lienText.focus();
  await lien.keyboard.type("Lien typt intussen verder");

  // The team hears it on its open screens, without a reload, and sees whose hand it was.
  const notice = lien.getByRole("status").filter({ hasText: `${nameOf("jonas")} haalde het grootste deel` });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await lienText.focus();
  const typing = jonasText.pressSequentially(" en Jonas ook", { delay: 40 });
  await notice.getByRole("button", { name: "Breng de tekst terug" }).click();
  await typing;

  for (const text of [lienText, jonasText]) {
    await expect(text).toContainText("Deze zin schreef Lien net voor het misging.");
    await expect(text).toContainText("Lien typt intussen verder");
    await expect(text).toContainText("en Jonas ook");
  }
  await expect(notice).toBeHidden();

  await lien.goto(`/lussen/${cycleId}/activiteit`);
  await expect(lien.getByText(`${nameOf("lien")} bracht de weggehaalde tekst`)).toBeVisible();
});

test("a version with a name is compared with the text of now and put back, and that too can be put back", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const lien = await as("lien");
  const text = await openDocument(lien, cycleId, "evalueren");
  await newParagraph(lien);
  await lien.keyboard.type("Voorlopig besluit: we gaan door.");
  await saved(lien);

  await lien.getByRole("link", { name: "Geschiedenis" }).click();
  await lien.getByLabel("Naam van de versie").fill("Voor het overleg");
  await lien.getByRole("button", { name: "Bewaar deze versie" }).click();
  await expect(lien.getByRole("link", { name: "Voor het overleg" })).toBeVisible();

  await lien.getByRole("link", { name: "Evalueren" }).click();
  await expect(text).toContainText("we gaan door");
  await newParagraph(lien);
  await lien.keyboard.type("Achteraf bekeken toch niet.");
  await saved(lien);

  await lien.goto(`/lussen/${cycleId}/evalueren/geschiedenis`);
  await lien.getByRole("link", { name: "Voor het overleg" }).click();
  await expect(lien.locator("ins", { hasText: "Achteraf bekeken toch niet." })).toBeVisible();
  await lien.getByRole("button", { name: "Zet deze versie terug" }).click();
  await expect(text).toContainText("we gaan door");
  await expect(text).not.toContainText("Achteraf bekeken");

  await lien.getByRole("link", { name: "Geschiedenis" }).click();
  await expect(lien.getByText(`${nameOf("lien")} zette een eerdere versie terug`)).toBeVisible();
  await lien.getByRole("link", { name: `De tekst net voor ${nameOf("lien")} een versie terugzette` }).click();
  await lien.getByRole("button", { name: "Zet deze versie terug" }).click();
  await expect(text).toContainText("Achteraf bekeken toch niet.");
});

test("a coach reads the history of a shared text and has no button to change it; a project lead finds none", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const address = `/lussen/${cycleId}/implementeren/geschiedenis`;
  const celine = await as("celine");
  await celine.goto(address);
  await expect(celine.getByRole("heading", { name: "Geschiedenis van de tekst" })).toBeVisible();
  await expect(celine.getByRole("button", { name: "Bewaar deze versie" })).toHaveCount(0);
  const dirk = await as("dirk");
  expect((await dirk.goto(address))?.status()).toBe(404);
});

test("an open history goes from the screen when the team keeps the text to itself, without a click", async ({
  as,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const lien = await as("lien");
  const celine = await as("celine");
  // Not the text that coach.spec.ts keeps to the team for a moment: of that one a coach no longer sees older versions (AC9).
  const [list, version] = [celine, await celine.context().newPage()];
  await list.goto(`/lussen/${cycleId}/bronnen/geschiedenis`);
  await version.goto(`/lussen/${cycleId}/bronnen/geschiedenis`);
  await version.getByRole("link", { name: "Zo begon de tekst" }).click();
  await expect(version.getByRole("heading", { level: 1 })).toContainText("Versie van");

  const audience = (to: string) =>
    lien.request.post(`/lussen/${cycleId}/zichtbaarheid`, {
      form: { stage: "sources", audience: to },
      headers: { Origin: world.url },
    });
  await audience("team");
  for (const page of [list, version]) {
    await expect(page.getByRole("heading", { name: "Je hebt geen toegang meer tot deze tekst" })).toBeVisible();
    await expect(page.getByText("Zo begon de tekst")).toHaveCount(0);
  }
  await audience("coach");
});

import type { Page } from "@playwright/test";
import { awake, expect, pressEnter, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

// One visit of a page holds many turns: the second press, the answer that comes late, the focus after each of them.

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

// The other tests of this world find the notes as the story left them.
test.afterEach(async ({ world }) => {
  await world.database().sql`
    update cards set discarded_at = now(), discarded_by = created_by
    where kind = 'log' and discarded_at is null and created_at > now() - interval '1 hour'`;
});

const action = (page: Page, title: string) => page.getByRole("button", { name: title, exact: true });

/** Lets the server do what a request asks, and keeps its answer back until it is let go. */
async function holdAnswer(page: Page, address: RegExp) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let done = () => {};
  const served = new Promise<void>((resolve) => {
    done = resolve;
  });
  await page.route(address, async (route) => {
    const response = await route.fetch();
    done();
    await gate;
    await route.fulfill({ response });
  });
  return { letGo, served };
}

test("a second strand is linked and a second one unlinked without leaving the page", async ({ as, world }) => {
  const page = await as("lien");
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const part = page.getByRole("region", { name: "Uit de toolkit" });
  const dialog = page.getByRole("dialog");
  for (const strand of ["Huiswerk", "Geïndividualiseerde instructie"]) {
    await part.getByRole("button", { name: "Koppel een thema" }).click();
    await expect(dialog.getByLabel(/^Waarom dit thema/)).toHaveValue("");
    await dialog.getByLabel("Welk thema?").selectOption({ label: strand });
    await dialog.getByLabel(/^Waarom dit thema/).fill(`Om ${strand} te proberen`);
    await dialog.getByRole("button", { name: "Koppel", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(part.getByRole("button", { name: strand })).toBeVisible();
  }
  for (const strand of ["Huiswerk", "Geïndividualiseerde instructie"]) {
    await part.getByRole("button", { name: strand }).click();
    await dialog.getByRole("button", { name: "Ontkoppel dit thema" }).click();
    await expect(dialog).toBeHidden();
    await expect(part.getByRole("button", { name: strand })).toHaveCount(0);
  }
});

test("a card that is put back before the removal was answered stands there again", async ({ as, world }) => {
  const page = await as("lien");
  const title = "Nieuwe duo’s maken, nu ook over de groepen heen";
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const answer = await holdAnswer(page, /\/kaarten\/[\w-]+\/weg/);
  // Nor does the live line bring news meanwhile: this is a slow network.
  await page.route(/\/data\/lussen\//, () => {});
  await action(page, title).click();
  await page.getByRole("button", { name: "Weghalen" }).click();
  await expect(action(page, title)).toHaveCount(0);
  await answer.served;
  const restored = page.waitForResponse((response) => /\/kaarten\/[\w-]+\/terug/.test(response.url()));
  await page.getByRole("button", { name: "Terugzetten" }).click();
  await restored;
  answer.letGo();
  await expect(action(page, title)).toBeVisible();
});

test("from the bins come back a card, in its cycle, and a cycle, in its team, and it is said", async ({
  as,
  world,
}) => {
  const page = await as("lien");
  const title = "Nieuwe duo’s maken, nu ook over de groepen heen";
  const cycleId = await world.cycleId(CYCLE);
  await openDocument(page, cycleId, "implementeren");
  await action(page, title).click();
  const removed = page.waitForResponse((response) => /\/kaarten\/[\w-]+\/weg/.test(response.url()));
  await page.getByRole("button", { name: "Weghalen" }).click();
  await removed;
  await page.goto(`/lussen/${cycleId}/over`);
  await awake(page);
  // The live line brings the news before the answer.
  const answer = await holdAnswer(page, /\/kaarten\/[\w-]+\/terug/);
  await page.getByRole("button", { name: `Zet terug: ${title}` }).click();
  await answer.served;
  await expect(page.getByRole("button", { name: `Zet terug: ${title}` })).toHaveCount(0);
  answer.letGo();
  await expect(page.getByText(`“${title}” staat weer bij de kaarten.`)).toBeVisible();

  await page.getByRole("button", { name: "Leg in de prullenbak" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leg in de prullenbak" }).click();
  await expect(page).not.toHaveURL(/lussen/);
  const [row] = await world.database().sql`select team_id from cycles where id = ${cycleId}`;
  await page.goto(`/teams/${row?.team_id}`);
  await awake(page);
  await page.getByRole("button", { name: `Zet terug: ${CYCLE}` }).click();
  await expect(page.getByText(`“${CYCLE}” staat weer bij jullie lussen.`)).toBeVisible();
  await openDocument(page, cycleId, "implementeren");
  await expect(action(page, title)).toBeVisible();
});

test("a tick that was refused goes back, and says why", async ({ as, world }) => {
  const page = await as("lien");
  const title = "Nieuwe duo’s maken, nu ook over de groepen heen";
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const box = page.getByRole("checkbox", { name: `Gedaan: ${title}` });
  await expect(box).not.toBeChecked();
  await world.database().sql`update cards set version = version + 1 where title = ${title}`;
  await box.click();
  await expect(page.getByRole("status").getByText(/Iemand anders paste dit net aan/)).toBeVisible();
  await expect(box).not.toBeChecked();
});

test("an action that is unticked before its tick was answered ends unticked, and nobody is said to be in the way", async ({
  as,
  world,
}) => {
  const page = await as("lien");
  const title = "Nieuwe duo’s maken, nu ook over de groepen heen";
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const box = page.getByRole("checkbox", { name: `Gedaan: ${title}` });
  const answers: number[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.request().method() === "POST" && /\/kaarten\/[\w-]+$/.test(pathname)) answers.push(response.status());
  });
  const answer = await holdAnswer(page, /\/kaarten\/[\w-]+(\?|$)/);
  await box.click();
  await answer.served;
  await box.click();
  await expect(box).not.toBeChecked();
  answer.letGo();
  await expect.poll(() => answers).toEqual([200, 200]);
  await expect(box).not.toBeChecked();
  await page.reload();
  await expect(box).not.toBeChecked();
});

test("after a note from class the keyboard stays where it was", async ({ as, world }) => {
  const page = await as("lien");
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  for (const note of ["Het ging vandaag vlot.", "De tweede groep had meer tijd nodig."]) {
    await page.getByLabel("Hoe ging het?").fill(note);
    await pressEnter(page.getByRole("button", { name: "Noteer" }));
    await expect(action(page, note)).toBeVisible();
    await expect(page.getByLabel("Hoe ging het?")).toHaveValue("");
    await expect(page.getByRole("button", { name: "Noteer" })).toBeFocused();
  }
});

test("a role is changed, is said, and the keyboard stays on the button", async ({ as, world }) => {
  const [team] = await world.database().sql`select id from teams where name = 'Team bovenbouw'`;
  const page = await as("lien");
  await page.goto(`/teams/${team?.id}`);
  for (const role of ["reader", "member"]) {
    await page.getByLabel("Rol van Jonas Mutombo").selectOption(role);
    const save = page.getByRole("button", { name: "Rol bewaren: Jonas Mutombo" });
    await pressEnter(save);
    await expect(page.getByRole("status").getByText("De rol van Jonas Mutombo is bewaard.")).toBeVisible();
    await expect(save).toBeFocused();
    await page.getByRole("status").getByRole("button", { name: "Sluiten" }).click();
  }
});

test("the page of a team has one live line, like every other", async ({ as, world }) => {
  const [team] = await world.database().sql`select id from teams where name = 'Team bovenbouw'`;
  const page = await as("lien");
  const lines: string[] = [];
  page.on("websocket", (line) => lines.push(line.url()));
  await page.goto(`/teams/${team?.id}`);
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  await page.waitForLoadState("networkidle");
  expect(lines).toHaveLength(1);
});

test("an answer that is being typed outlives a colleague's ending of the conversation", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, karen] = [await as("lien"), await as("karen")];
  await openDocument(lien, cycleId, "implementeren");
  await openDocument(karen, cycleId, "implementeren");
  const thread = (page: Page) => page.locator("article.thread").filter({ hasText: "Goede twijfel, Karen." });
  await thread(lien).getByLabel("Antwoord").fill("Ik zoek de leeskaarten ook op.");
  await thread(karen).getByRole("button", { name: "Afgerond" }).click();
  await lien.getByText("1 afgerond gesprek").click();
  await expect(thread(lien).getByLabel("Antwoord")).toHaveValue("Ik zoek de leeskaarten ook op.");
  await thread(lien).getByRole("button", { name: "Antwoorden" }).click();
  await expect(thread(karen).getByText("Ik zoek de leeskaarten ook op.")).toHaveCount(1);
  await expect(thread(lien).getByLabel("Antwoord")).toHaveValue("");
  // An answer opens it again.
  await expect(thread(karen).getByRole("button", { name: "Afgerond" })).toBeVisible();
});

test("what the live line brought is not undone by an older answer to one's own press", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, karen] = [await as("lien"), await as("karen")];
  await openDocument(lien, cycleId, "implementeren");
  await openDocument(karen, cycleId, "implementeren");
  const thread = (page: Page) => page.locator("article.thread").filter({ hasText: "Goede twijfel, Karen." });
  // After her press her page is read anew: the server has read it, and the network is slow to bring it.
  const reading = await holdAnswer(karen, /_data=routes%2Fcycle(&|$)/);
  await thread(karen).getByRole("button", { name: "Afgerond" }).click();
  await reading.served;
  await lien.getByText("1 afgerond gesprek").click();
  await thread(lien).getByLabel("Antwoord").fill("Er is toch nog iets.");
  await thread(lien).getByRole("button", { name: "Antwoorden" }).click();
  await expect(thread(karen).getByRole("button", { name: "Afgerond" })).toBeVisible();
  const brought = karen.waitForResponse((response) => /_data=routes%2Fcycle(&|$)/.test(response.url()));
  reading.letGo();
  await (await brought).finished();
  // What must not happen has no event to wait for.
  await karen.waitForTimeout(500);
  await expect(thread(karen).getByText("Er is toch nog iets.")).toBeVisible();
  await expect(thread(karen).getByRole("button", { name: "Afgerond" })).toBeVisible();
});

test("a notice at the foot goes by itself, also after an earlier one was put away", async ({ as, world }) => {
  const page = await as("lien");
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const save = page.getByRole("button", { name: "Noteer" });
  const said = page.getByText("Genoteerd. Dank je.");
  await page.getByLabel("Hoe ging het?").fill("Rustig begonnen.");
  await save.click();
  await page.getByRole("status").getByRole("button", { name: "Sluiten" }).focus();
  await page.keyboard.press("Enter");
  await expect(said).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
  await page.getByLabel("Hoe ging het?").fill("Rustig geëindigd.");
  await pressEnter(save);
  await expect(said).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("a form that is refused twice for the same reason says so twice", async ({ as }) => {
  const page = await as("celine");
  await page.goto("/begeleiding/bezoeken/nieuw");
  for (let turn = 0; turn < 2; turn += 1) {
    await pressEnter(page.getByRole("button", { name: "Bezoek plannen" }));
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("Waarvoor kom je?").focus();
  }
});

test("a choice that is taken away again leaves the keyboard in the list", async ({ as }) => {
  const page = await as("lien");
  await page.goto("/lussen/nieuw");
  await page.getByText("Koppel al thema’s uit de toolkit").click();
  await page.getByRole("checkbox", { name: "Huiswerk" }).check();
  await pressEnter(page.getByRole("button", { name: "Huiswerk weghalen" }));
  await expect(page.getByRole("button", { name: "Huiswerk weghalen" })).toHaveCount(0);
  await expect(page.getByLabel("Zoek in de lijst")).toBeFocused();
});

test("a visit that can no longer be cancelled says why", async ({ as, world }) => {
  const page = await as("celine");
  const { sql } = world.database();
  const [visit] = await sql`select id from visits where held_at is null and cancelled_at is null`;
  await page.goto(`/begeleiding/bezoeken/${visit?.id}`);
  await page.getByRole("button", { name: "Bezoek afzeggen" }).click();
  await sql`update visits set held_at = now() where id = ${visit?.id ?? ""}`;
  await page.getByRole("dialog").getByRole("button", { name: "Bezoek afzeggen" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Dit bezoek is al geweest.");
  await sql`update visits set held_at = null where id = ${visit?.id ?? ""}`;
});

test("what is folded lies open on paper", async ({ as }) => {
  const page = await as("nadia");
  await page.goto("/start");
  const closed = page.getByRole("link", { name: "Lange zaakteksten begrijpen in de derde graad" });
  await expect(page.getByText("1 afgesloten lus")).toBeVisible();
  await expect(closed).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(closed).toBeVisible();
});

test("words that cannot be saved are there to copy, also those that were typed later", async ({ as, world }) => {
  const page = await as("lien");
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  const text = await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  await expect(text).toHaveAttribute("contenteditable", "true");
  await newParagraph(page);
  await page.context().setOffline(true);
  await page.keyboard.type("Eerst dit.");
  const words = page.getByLabel("Je niet bewaarde woorden");
  await expect(words).toHaveValue(/Eerst dit\./, { timeout: 20_000 });
  await text.focus();
  await page.keyboard.type(" En dan dat.");
  await expect(words).toHaveValue(/En dan dat\./);
  await page.context().setOffline(false);
  await saved(page);
});

test("beside a title that was typed and not added no button says that one is done", async ({ as, world }) => {
  const page = await as("lien");
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  await page.getByRole("button", { name: "Actie", exact: true }).click();
  const form = page.locator("form", { has: page.getByLabel("Wat gaat er gebeuren?") });
  await expect(form.getByRole("button", { name: "Klaar" })).toBeVisible();
  await page.getByLabel("Wat gaat er gebeuren?").fill("De kaartjes opnieuw plastificeren");
  await expect(form.getByRole("button", { name: "Klaar" })).toHaveCount(0);
  await form.getByRole("button", { name: "Toch niet" }).click();
  await expect(page.getByRole("button", { name: "Actie", exact: true })).toBeFocused();
});

test("how much room is left is heard when the typing rests, not at each letter", async ({ as }) => {
  const page = await as("celine");
  await page.goto("/begeleiding/bezoeken/nieuw");
  const purpose = page.getByLabel("Waarvoor kom je?");
  await purpose.fill("Meekijken. ".repeat(30));
  const count = page.locator("form").getByRole("status");
  await expect(count).toHaveText("Nog 70 tekens");
  const heard = await count.evaluateHandle((element) => {
    const changes: string[] = [];
    new MutationObserver(() => changes.push(element.textContent ?? "")).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return changes;
  });
  await purpose.pressSequentially("En napraten met het team");
  await expect(count).toHaveText("Nog 46 tekens");
  expect((await heard.jsonValue()).length).toBeLessThan(10);
});

test("a field that was emptied has all its room again", async ({ as, world }) => {
  const page = await as("lien");
  await openDocument(page, await world.cycleId(CYCLE), "implementeren");
  const note = `Lang verhaal: ${"en toen ".repeat(20)}`;
  await page.getByLabel("Hoe ging het?").fill(note);
  const left = page.locator("section", { has: page.getByRole("heading", { name: "Na de les", level: 2 }) });
  await expect(left.getByText(/^Nog \d+ tekens$/).first()).toBeVisible();
  await page.getByRole("button", { name: "Noteer" }).click();
  await expect(page.getByLabel("Hoe ging het?")).toHaveValue("");
  await expect(left.getByText(/^Nog \d+ tekens$/)).toHaveCount(0);
});

test("who was overtaken sees what a colleague chose, and can leave it so", async ({ as, world }) => {
  const page = await as("lien");
  const cycleId = await world.cycleId(CYCLE);
  const { sql } = world.database();
  await page.goto(`/lussen/${cycleId}/over`);
  const title = page.getByLabel("Titel", { exact: true });
  await title.fill("Maatjes lezen samen");
  const [kept] = await sql`select care_phase, target_group from cycles where id = ${cycleId}`;
  await sql`update cycles set care_phase = 1, target_group = 'Twee groepen', version = version + 1 where id = ${cycleId}`;
  await page.getByRole("button", { name: "Bewaar de beschrijving" }).click();
  const conflict = page.getByRole("alert");
  await expect(conflict).toContainText("Verhoogde zorg (fase 1)");
  await expect(conflict).toContainText("Twee groepen");
  await page.getByRole("link", { name: "Laat staan wat er staat" }).click();
  await expect(title).toHaveValue(CYCLE);
  await expect(page.getByLabel("Zorgfase")).toHaveValue("1");
  await sql`update cycles set care_phase = ${kept?.care_phase ?? null}, target_group = ${kept?.target_group ?? ""}
    where id = ${cycleId}`;
});

import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "#content/demo/password.ts";
import { people } from "#content/demo/people.ts";
import { awake, expect, test } from "./fixtures.ts";

// Everything here is done with Tab, Shift+Tab, Enter, Space, Escape and arrows; nothing is clicked.

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

interface Focused {
  /** What a screen reader would call it, more or less. */
  name: string;
  /** Whether a person can see that the focus is there. */
  seen: boolean;
}

/** Where the focus is; null when it fell back to the page itself, where the keyboard has lost its place. */
function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const look = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = look.outlineStyle !== "none" && Number.parseFloat(look.outlineWidth) > 0;
    // In the text itself the caret is what shows; a heading that is led to is no control, and needs no ring. The
    // calendar button inside a date field carries the ring in place of its field, where a page cannot look.
    const inside =
      element.isContentEditable || (/^date/.test((element as HTMLInputElement).type) && !element.matches(":focus"));
    const shown = outlined || look.boxShadow !== "none" || inside || element.tabIndex < 0;
    const label = (element as HTMLInputElement).labels?.[0];
    const name = element.getAttribute("aria-label") ?? (label ?? element).textContent?.replace(/\s+/g, " ").trim();
    return {
      name: name?.slice(0, 90) || element.getAttribute("name") || element.tagName,
      seen: shown && box.width > 0 && box.height > 0,
    };
  });
}

async function expectAPlace(page: Page): Promise<void> {
  await expect.poll(() => focused(page), "the keyboard has a place").not.toBeNull();
}

/** Tabs until the focus is on something of this name; everything on the way has to show that it has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const way: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (!here) continue; // beyond the last element the browser itself has the focus for one press
    expect(here.seen, `the focus shows on “${here.name}”`).toBe(true);
    way.push(here.name);
    if (typeof name === "string" ? here.name === name : name.test(here.name)) return;
  }
  throw new Error(`the keyboard does not come to ${name}; it came past ${way.join(" | ")}`);
}

const cycleIdOf = async (world: { database(): { sql: import("#db/client.ts").Sql } }) =>
  String((await world.database().sql`select id from cycles where title = ${CYCLE}`)[0]?.id);

test("somebody signs in by keyboard, and the first press of Tab leads past the header", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/aanmelden");
  await page.keyboard.press("Tab");
  expect((await focused(page))?.seen).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();

  await tabTo(page, /^E-mailadres/);
  await page.keyboard.type(people.lien.email);
  await tabTo(page, /^Wachtwoord/);
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/start$/);
});

test("who presses keys while the page wakes up on a slow laptop has a page that works", async ({ as }) => {
  const page = await as("lien");
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.goto("/start", { waitUntil: "commit" });
  let woken = false;
  void awake(page).then(() => {
    woken = true;
  });
  while (!woken) await page.keyboard.press("Tab");
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.getByRole("link", { name: "Begin een lus" }).press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("who goes on before the last parts have come has a page that works", async ({ as }) => {
  const page = await as("lien");
  const html = await (await page.request.get("/toolkit/arts-participation")).text();
  let late = 0;
  await page.route("**/assets/*.js", async (route) => {
    if (!html.includes(new URL(route.request().url()).pathname)) late += 1;
    await pause(150 * late);
    await route.continue();
  });
  await page.goto("/toolkit/arts-participation");
  await awake(page);
  await page.getByRole("link", { name: "Start", exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/start$/, { timeout: 30_000 });
  await page.unrouteAll({ behavior: "wait" });
});

test("after a page without a reload the keyboard begins at the main part", async ({ as }) => {
  const page = await as("lien");
  await page.goto("/start");
  await tabTo(page, "Begin een lus");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/lussen\/nieuw$/);
  await expect(page.locator("#main")).toBeFocused();
});

test("a dialog keeps the keyboard, and Escape brings it back to where it was", async ({ as, world }) => {
  const page = await as("lien");
  await page.goto(`/lussen/${await cycleIdOf(world)}/implementeren`);
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await tabTo(page, /^Koppel een thema$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("Welk thema?")).toBeVisible();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
    );
    expect(outside, "the focus stays in the dialog").toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Koppel een thema" })).toBeFocused();
});

test("out of the document leads Escape, also from a list and a table, where Tab writes", async ({ as, world }) => {
  const page = await as("lien");
  await page.goto(`/lussen/${await cycleIdOf(world)}/implementeren`);
  const text = page.locator(".ProseMirror");
  await expect(text).toHaveAttribute("contenteditable", "true");
  await expect(text).toHaveAccessibleDescription(/Escape/);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Escape");
  const wayOut = page.getByText("Met Escape ga je uit de tekst");
  await expect(wayOut).toBeVisible();
  await expect(wayOut).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(text).not.toBeFocused();
  await expectAPlace(page);
  // The boxes of the checklist lie between.
  await tabTo(page, /^Tekst van /, "Shift+Tab");
  await expect(text).toBeFocused();
});

test("a lead begins a cycle in under ten presses, moves it, writes, comments and links a strand by keyboard", async ({
  as,
  world,
}) => {
  test.setTimeout(120_000);
  const page = await as("lien");
  let presses = 0;
  const press = (key: string) => {
    presses += 1;
    return page.keyboard.press(key);
  };
  await page.goto("/start");
  await tabTo(page, "Begin een lus");
  await press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(page, /^Wat zien jullie in de klas/);
  await page.keyboard.type("Na de pauze duurt het lang voor de klas weer rustig is.");
  await tabTo(page, /^Hoe noemen we deze lus/);
  await page.keyboard.type("Rustig beginnen na de pauze");
  await tabTo(page, /^Leerlingen/);
  await press("Space");
  await tabTo(page, "Begin de lus");
  await press("Enter");
  await expect(page).toHaveURL(/\/lussen\/[\w-]+\/behoefte$/);
  expect(presses).toBeLessThan(10);
  await expectAPlace(page);

  // Writing, and a comment on what was written.
  const text = page.locator(".ProseMirror");
  await expect(text).toHaveAttribute("contenteditable", "true");
  await tabTo(page, /^Tekst van /);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Wij tellen een week lang hoeveel minuten het duurt.");
  await expect(page.getByText("Bewaard", { exact: true }).first()).toBeVisible();
  for (let step = 0; step < 7; step += 1) await page.keyboard.press("Shift+ArrowLeft");
  await tabTo(page, "Opmerking", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Wie telt er mee?");
  await tabTo(page, "Plaatsen");
  await page.keyboard.press("Enter");
  const margin = page.getByRole("complementary", { name: "Gesprekken in de marge" });
  await expect(margin.getByText("Wie telt er mee?")).toBeVisible();
  await expectAPlace(page);
  await tabTo(page, "Afgerond");
  await page.keyboard.press("Enter");
  await expect(margin.getByText("1 afgerond gesprek")).toBeVisible();
  await expectAPlace(page);

  // A strand linked, and unlinked again: its row goes, and the keyboard keeps a place.
  await tabTo(page, "Koppel een thema");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Welk thema?")).toBeVisible();
  await tabTo(page, /^Welk thema/);
  await page.keyboard.type("Feedback");
  await tabTo(page, "Koppel");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Koppel een thema" })).toBeFocused();
  await tabTo(page, /^Feedback/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, "Ontkoppel dit thema");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Uit de toolkit" })).toBeFocused();

  // On to the next phase.
  await tabTo(page, /^Ga naar Bronnen/i);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, /^Ga naar Bronnen/i);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/bronnen$/);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectAPlace(page);
  await world.database().sql`
    update cycles set discarded_at = now(), discarded_by = created_by where title = 'Rustig beginnen na de pauze'`;
});

test("a meeting is planned by keyboard, and the focus stays on the button for the next one", async ({ as, world }) => {
  const page = await as("lien");
  await page.goto(`/lussen/${await cycleIdOf(world)}/over`);
  const when = page.locator("[name=startsAt]");
  await when.fill("2027-03-09T15:30");
  await when.focus();
  await tabTo(page, "Spreek af");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Afzeggen: .*9 maart/ })).toBeVisible();
  await expect(when).toHaveValue("");
  await expect(page.getByRole("button", { name: "Spreek af", exact: true })).toBeFocused();
  await world.database().sql`delete from meetings where starts_at = '2027-03-09T14:30:00Z'`;
});

test("two strands are laid side by side by keyboard", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/toolkit");
  await tabTo(page, /^Vergelijk /);
  await page.keyboard.press("Space");
  await expect(page.getByText("1 gekozen")).toBeVisible();
  await tabTo(page, /^Vergelijk /);
  await page.keyboard.press("Space");
  await expect(page.getByText("2 gekozen")).toBeVisible();
  // Not past the other thirty-odd strands: the way on is the next place after the box.
  await page.keyboard.press("Tab");
  expect(await focused(page)).toEqual({ name: "Leg deze 2 naast elkaar", seen: true });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/toolkit\/vergelijken/);
  await expect(page.locator("#main")).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Naast elkaar");
});

test("somebody is taken out of a project by keyboard, and the focus goes to the list that they left", async ({
  as,
  world,
}) => {
  const [project] = await world.database().sql`select id from projects where name like 'Lezen om te leren%'`;
  const page = await as("fatima");
  await page.goto(`/projecten/${project?.id}`);
  await tabTo(page, "Uit het project halen: Schoolteam");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Alles wat het team schreef, blijft van het team");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Uit het project halen: Schoolteam" })).toBeFocused();

  await page.keyboard.press("Enter");
  await tabTo(page, "Uit het project halen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Uit het project halen: Schoolteam" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Teams", exact: true })).toBeFocused();
  // The other tests of this world find the project as the story left it.
  await world.database().sql`update project_teams set left_at = null, left_by = null where left_at is not null`;
});

test("staff closes an account by keyboard, and its owner is told so at the sign-in", async ({ as, visitor, world }) => {
  const { sql } = world.database();
  const [school] = await sql`
    select m.organisation_id as id from memberships m join people p on p.id = m.person_id
    where p.email = ${people.hanne.email}`;
  const hanne = await as("hanne");
  await hanne.goto("/account");
  const page = await as("fatima");
  await page.goto(`/beheer/scholen/${school?.id}`);
  await tabTo(page, `Account afsluiten: ${people.hanne.name}`);
  await page.keyboard.press("Enter");
  await tabTo(page, "Account afsluiten");
  await page.keyboard.press("Enter");
  await expect(page.getByText("account afgesloten")).toBeVisible();
  const open = page.getByRole("button", { name: `Account weer openen: ${people.hanne.name}` });
  await expect(open).toBeFocused();

  await hanne.goto("/account");
  await expect(hanne).toHaveURL(/\/aanmelden/);
  const again = await visitor();
  await again.goto("/aanmelden");
  await again.getByLabel("E-mailadres").fill(people.hanne.email);
  await again.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await again.keyboard.press("Enter");
  await expect(again.getByText("Je account is afgesloten.").first()).toBeVisible();

  await page.keyboard.press("Enter");
  await tabTo(page, "Account weer openen");
  await page.keyboard.press("Enter");
  await expect(page.getByText("account afgesloten")).toHaveCount(0);
});

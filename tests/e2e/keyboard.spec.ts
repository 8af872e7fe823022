import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "#content/demo/password.ts";
import { people } from "#content/demo/people.ts";
import { expect, test } from "./fixtures.ts";

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
    const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 60) ?? "";
    return {
      name: name || element.getAttribute("name") || element.tagName,
      seen: (outlined || look.boxShadow !== "none") && box.width > 0 && box.height > 0,
    };
  });
}

/** Tabs until the focus is on something of this name; everything on the way has to show that it has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const way: string[] = [];
  for (let step = 0; step < 80; step += 1) {
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

  await tabTo(page, "email");
  await page.keyboard.type(people.lien.email);
  await tabTo(page, "password");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/start$/);
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

test("in the document Tab moves on, so nobody is caught in it", async ({ as, world }) => {
  const page = await as("lien");
  await page.goto(`/lussen/${await cycleIdOf(world)}/implementeren`);
  const text = page.locator(".ProseMirror");
  await expect(text).toHaveAttribute("contenteditable", "true");
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Tab");
  await expect(text).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(text).toBeFocused();
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
  expect(await focused(page), "the keyboard has a place").not.toBeNull();

  await hanne.goto("/account");
  await expect(hanne).toHaveURL(/\/aanmelden/);
  const again = await visitor();
  await again.goto("/aanmelden");
  await again.getByLabel("E-mailadres").fill(people.hanne.email);
  await again.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await again.keyboard.press("Enter");
  await expect(again.getByText("Je account is afgesloten.").first()).toBeVisible();

  await tabTo(page, `Account weer openen: ${people.hanne.name}`);
  await page.keyboard.press("Enter");
  await tabTo(page, "Account weer openen");
  await page.keyboard.press("Enter");
  await expect(page.getByText("account afgesloten")).toHaveCount(0);
});

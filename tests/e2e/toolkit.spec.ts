import type { Page } from "@playwright/test";
import { accessibilityFaults } from "./accessibility.ts";
import { expect, test } from "./fixtures.ts";

// None changes anything, so workers share them out.
test.describe.configure({ mode: "parallel" });

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";
const SCREENS = [
  "/toolkit",
  "/toolkit?months=5&cost=2&strand=feedback&strand=phonics",
  "/toolkit?q=zzz",
  "/toolkit/behaviour-interventions",
  "/toolkit/ey-parental-engagement",
  "/toolkit/beeld",
  "/toolkit/vergelijken",
  "/toolkit/vergelijken?strand=feedback&strand=repeating-a-year&strand=learning-styles&strand=phonics",
];

test("a visitor comes to the toolkit, searches while typing, and hears how many there are", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/");
  await expect(page).toHaveURL(/\/toolkit$/);
  await expect(page.getByRole("status").filter({ hasText: "Alle 40 thema’s" })).toBeVisible();

  await page.getByLabel("Zoek een thema").pressSequentially("zittenbl");
  await expect(page.getByRole("status").filter({ hasText: "1 thema van de 40" })).toBeVisible();
  await expect(page).toHaveURL(/q=zittenbl/);
  await expect(page.getByRole("link", { name: "Zittenblijven" })).toBeVisible();
  await expect(page.getByLabel("Zoek een thema")).toBeFocused();

  await page.getByRole("link", { name: "Wis de keuzes" }).click();
  await expect(page.getByLabel("Zoek een thema")).toHaveValue("");
  await page.getByLabel("Leerwinst").selectOption("unknown");
  await expect(page.getByRole("status").filter({ hasText: "4 thema’s van de 40" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Leerwinst")).toHaveValue("unknown");
  await expect(page.getByRole("list").getByText("Niet te bepalen")).toHaveCount(4);
});

test("strands are put aside, stay so while the list changes, and stand side by side", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/toolkit");
  await page.getByRole("checkbox", { name: "Vergelijk Huiswerk" }).check();
  await expect(page.getByText("Kies er nog minstens één.")).toBeVisible();
  await page.getByLabel("Leerwinst").selectOption("unknown");
  await page.getByRole("checkbox", { name: "Vergelijk Leerstijlen" }).check();
  await page.getByRole("link", { name: "Vergelijk", exact: true }).click();

  await expect(page).toHaveURL(/\/toolkit\/vergelijken\?strand=homework&strand=learning-styles$/);
  const table = page.getByRole("table", { name: "Huiswerk en Leerstijlen naast elkaar" });
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await expect(table.getByText("Niet te bepalen")).toBeVisible();
  await page.getByLabel("Voeg een thema toe").selectOption("feedback");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(page.getByRole("columnheader", { name: /Feedback/ })).toBeVisible();
  await page.getByRole("link", { name: "Haal Leerstijlen weg" }).click();
  await expect(page.getByRole("columnheader", { name: /Leerstijlen/ })).toHaveCount(0);
});

test("the picture says its finding, and every sign is a link with words that a keyboard reaches", async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto("/toolkit/beeld");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("7 thema’s met de grootste leerwinst");
  const picture = page.getByRole("group", { name: "Leerwinst van 40 thema’s" });
  await expect(picture.getByRole("link")).toHaveCount(40);
  const sign = picture.getByRole("link", { name: /^Zittenblijven\. −3 maanden, kost zeer hoog, evidentie beperkt/ });
  await sign.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Zittenblijven" })).toBeVisible();
  await expect(page).toHaveTitle(/Zittenblijven \(Toolkit leren en lesgeven\)/);
});

test("a strand leads to its namesake in the other toolkit, and says what was not checked", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/toolkit/parental-engagement");
  await page.getByRole("main").getByRole("link", { name: "Ouderbetrokkenheid" }).click();
  await expect(page).toHaveURL(/\/toolkit\/ey-parental-engagement$/);
  await expect(page.getByText("Toolkit kleuters", { exact: true })).toBeVisible();
  await page.goto("/toolkit/behaviour-interventions");
  await expect(page.getByText("We vonden de sterkte van de evidentie en het jaar van de editie niet")).toBeVisible();
});

test("without script the list is filtered and strands are compared by plain forms", async ({ browser, world }) => {
  const context = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/toolkit");
  await page.getByLabel("Zoek een thema").fill("huiswerk");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Huiswerk");
  await page.goto("/toolkit");
  await page.getByRole("checkbox", { name: "Vergelijk Huiswerk" }).check();
  await page.getByRole("checkbox", { name: "Vergelijk Leerstijlen" }).check();
  await page.getByRole("button", { name: "Vergelijk de aangevinkte thema’s" }).click();
  await expect(page.getByRole("columnheader")).toHaveCount(2);
  await context.close();
});

test("a member sees on a strand's page which cycles of their teams use it; a visitor is shown nothing of it", async ({
  as,
  visitor,
  world,
}) => {
  const cycleId = await world.cycleId(CYCLE);
  const [link] = await world.database().sql`select strand_id from cycle_strands where cycle_id = ${cycleId} limit 1`;
  const [lien, nobody] = [await as("lien"), await visitor()];
  await lien.goto(`/toolkit/${link?.strand_id}`);
  await lien.getByRole("link", { name: CYCLE }).click();
  await expect(lien).toHaveURL(new RegExp(`/lussen/${cycleId}`));
  await nobody.goto(`/toolkit/${link?.strand_id}`);
  await expect(nobody.getByText("Bij jouw teams")).toHaveCount(0);
});

test("public pages may be kept by caches, a signed-in person's may not, and wrong addresses are refused", async ({
  as,
  visitor,
}) => {
  const [lien, nobody] = [await as("lien"), await visitor()];
  for (const screen of SCREENS) {
    const { headers } = await answerTo(nobody, screen);
    expect(headers["cache-control"], screen).toContain("public, max-age=");
    expect(headers.vary, screen).toContain("Cookie");
    expect((await answerTo(lien, screen)).headers["cache-control"], screen).toBe("no-store");
  }
  expect((await answerTo(nobody, "/toolkit/no-such-strand")).status).toBe(404);
  for (const wrong of ["sort=name%22;drop", "months=2", "cost=__proto__", "q=a&q=b"])
    expect((await answerTo(nobody, `/toolkit?${wrong}`)).status, wrong).toBe(422);
  for (const odd of ["%00", "%26%20%7C%20!(", "(".repeat(2000), "%ed%a0%80", "%25_%5C"])
    expect((await answerTo(nobody, `/toolkit?q=${odd}`)).status, odd.slice(0, 20)).toBe(200);
});

// The others are among the screens of access.spec.ts.
const OTHER_SCREENS = [
  "/toolkit?months=5&cost=2&strand=feedback&strand=phonics",
  "/toolkit?q=zzz",
  "/toolkit/ey-parental-engagement",
  "/toolkit/vergelijken",
];

for (const width of [1366, 360])
  test(`at ${width} a filtered, an empty and a half-filled screen are not wider, and have no accessibility fault`, async ({
    visitor,
  }) => {
    const page = await visitor();
    await page.setViewportSize({ width, height: 800 });
    for (const screen of OTHER_SCREENS) {
      await page.goto(screen);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(width);
      expect(await accessibilityFaults(page), screen).toEqual([]);
    }
  });

async function answerTo(page: Page, path: string) {
  const answer = await page.request.get(path);
  return { status: answer.status(), headers: answer.headers() };
}

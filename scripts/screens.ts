import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { openScreen } from "#tests/screens/open-screen.ts";
import { SCREENS } from "#tests/screens/screens.ts";
import { startWorld } from "#tests/support/world.ts";
import { findBrowser } from "./test/find-browser.mjs";

// npm run screens: every screen of the product, as a picture, to be looked at (docs/screens).

const FOLDER = "docs/screens";
const LOOKS = [
  { suffix: "1366", width: 1366, height: 900, colorScheme: "light" },
  { suffix: "360", width: 360, height: 780, colorScheme: "light" },
  { suffix: "dark", width: 1366, height: 900, colorScheme: "dark" },
] as const;

const only = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const world = await startWorld();
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
for (const screen of SCREENS.filter(({ name }) => only.length === 0 || only.includes(name))) {
  for (const { suffix, width, height, colorScheme } of LOOKS) {
    const context = await browser.newContext({
      baseURL: world.url,
      viewport: { width, height },
      colorScheme,
      locale: "nl-BE",
      timezoneId: "Europe/Brussels",
      reducedMotion: "reduce",
    });
    if (screen.who) {
      const [name = "", value = ""] = (await world.cookieOf(screen.who)).split("; ")[0]?.split("=") ?? [];
      await context.addCookies([{ name, value, url: world.url }]);
    }
    const page = await context.newPage();
    await openScreen(page, world, screen);
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.screenshot({ path: `${FOLDER}/${screen.name}-${suffix}.png` });
    await context.close();
  }
  process.stdout.write(`${screen.name}\n`);
}
await browser.close();
await world.stop();
process.exit(0);

import { openScreen } from "#tests/screens/open-screen.ts";
import { SCREENS } from "#tests/screens/screens.ts";
import { accessibilityFaults } from "./accessibility.ts";
import { expect, test } from "./fixtures.ts";

// None changes anything, so workers share them out.
test.describe.configure({ mode: "parallel" });

const LOOKS = [
  { name: "wide and light", width: 1366, colorScheme: "light" },
  { name: "narrow and dark", width: 360, colorScheme: "dark" },
] as const;

for (const screen of SCREENS)
  test(`${screen.name} has no violation of WCAG 2.2 AA, wide and light, narrow and dark`, async ({
    as,
    visitor,
    world,
  }) => {
    const page = screen.who ? await as(screen.who) : await visitor();
    await openScreen(page, world, screen);
    for (const { name, width, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await accessibilityFaults(page), name).toEqual([]);
      // Nothing makes the page itself scroll sideways; wide tables scroll in a box of their own.
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${name}: wider than the window`).toBeLessThanOrEqual(0);
    }
    await expect(page).toHaveTitle(/Leerlus/);
  });

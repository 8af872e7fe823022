import type { Page } from "@playwright/test";
import type { World } from "#tests/support/world.ts";
import type { Screen } from "./screens.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

/** The address of a screen in this world. */
async function addressOf(world: World, screen: Screen): Promise<string> {
  const { sql } = world.database();
  const [row] = await sql`
    select c.id as cycle, c.team_id as team, t.organisation_id as school,
      (select v.id from document_versions v join phase_documents d on d.document_id = v.document_id
        where d.cycle_id = c.id and d.stage = 'implement' order by v.at limit 1) as version,
      (select id from projects where name like 'Lezen om te leren%') as project,
      (select id from visits where team_id = c.team_id order by starts_at limit 1) as visit
    from cycles c join teams t on t.id = c.team_id where c.title = ${CYCLE}`;
  return screen.path.replaceAll(/:(cycle|version|team|school|project|visit)/g, (_all, name: string) =>
    String(row?.[name]),
  );
}

/** Goes to a screen and waits until what is looked at is there. */
export async function openScreen(page: Page, world: World, screen: Screen): Promise<void> {
  await page.goto(await addressOf(world, screen));
  if (screen.waitFor) await page.locator(screen.waitFor).waitFor();
  if (!screen.press) return;
  // A press that comes before the page is awake does nothing.
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.getByRole("button", { name: screen.press, exact: true }).first().click();
  await page.getByRole("dialog").waitFor();
}

import { expect, nameOf, test } from "./fixtures.ts";
import { newParagraph } from "./in-document.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

test("the coach sees the team type, and cannot write", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, celine] = [await as("lien"), await as("celine")];
  await lien.goto(`/lussen/${cycleId}/implementeren`);
  await celine.goto(`/lussen/${cycleId}/implementeren`);
  await expect(celine.locator(".ProseMirror")).toHaveAttribute("contenteditable", "false");

  await newParagraph(lien);
  await lien.keyboard.type("Vandaag drie duo’s extra.");
  await expect(celine.locator(".ProseMirror")).toContainText("Vandaag drie duo’s extra.");
});

test("who only opens a page changes nothing in its text", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const rows = async () => {
    const { sql } = world.database();
    return sql`select d.stage, e.last_seq from phase_documents d join documents e on e.id = d.document_id
      where d.cycle_id = ${cycleId} order by d.stage`;
  };
  const lien = await as("lien");
  const before = await rows();
  for (const stage of ["behoefte", "bronnen", "implementeren", "evalueren"]) {
    await lien.goto(`/lussen/${cycleId}/${stage}`);
    await expect(lien.locator(".ProseMirror")).toBeVisible();
    await expect(lien.getByText("Bewaard", { exact: true })).toBeVisible();
  }
  expect(await rows()).toEqual(before);
});

test("a document that becomes 'enkel team' leaves the coach's screen without a reload", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, celine] = [await as("lien"), await as("celine")];
  await celine.goto(`/lussen/${cycleId}/implementeren`);
  await expect(celine.locator(".ProseMirror")).toBeVisible();

  const form = { stage: "implement", audience: "team" };
  const answer = await lien.request.post(`/lussen/${cycleId}/zichtbaarheid`, { form, headers: { Origin: world.url } });
  expect(answer.ok()).toBe(true);
  await expect(celine.locator(".ProseMirror")).toHaveCount(0);
  await lien.request.post(`/lussen/${cycleId}/zichtbaarheid`, {
    form: { ...form, audience: "coach" },
    headers: { Origin: world.url },
  });
});

test("the coach comments on words of the text, is answered, and the words keep their mark", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [lien, celine] = [await as("lien"), await as("celine")];
  await lien.goto(`/lussen/${cycleId}/implementeren`);
  await celine.goto(`/lussen/${cycleId}/implementeren`);
  const paragraph = celine.locator(".ProseMirror p").first();
  await paragraph.selectText();
  await celine.getByRole("button", { name: "Opmerking", exact: true }).click();
  await celine.getByLabel("Wat wil je zeggen of vragen?").fill("Hoe merk je dat in de klas?");
  await celine.getByRole("button", { name: "Plaatsen" }).click();

  const thread = lien.locator("article.thread").filter({ hasText: "Hoe merk je dat in de klas?" });
  await expect(thread).toBeVisible();
  await expect(thread).toContainText(nameOf("celine"));
  await expect(lien.locator(".ProseMirror p").first().locator(".comment-mark")).not.toHaveCount(0);
  await thread.getByLabel("Antwoord").fill("Ze vragen eerst hun maatje.");
  await thread.getByRole("button", { name: "Antwoorden" }).click();
  await expect(celine.getByText("Ze vragen eerst hun maatje.")).toBeVisible();
});

test("a removed member loses the document at once, without a reload", async ({ as, world }) => {
  const cycleId = await world.cycleId(CYCLE);
  const [fatima, jonas] = [await as("fatima"), await as("jonas")];
  await jonas.goto(`/lussen/${cycleId}/implementeren`);
  await expect(jonas.locator(".ProseMirror")).toBeVisible();

  const { sql } = world.database();
  const [row] = await sql`
    select m.team_id, m.person_id, m.role from team_members m join cycles c on c.team_id = m.team_id
    join people p on p.id = m.person_id where c.id = ${cycleId} and p.name = ${nameOf("jonas")} and m.ended_at is null`;
  const headers = { Origin: world.url };
  const member = { personId: row?.person_id };
  const removed = await fatima.request.post(`/teams/${row?.team_id}/leden/weg`, { form: member, headers });
  expect(removed.ok()).toBe(true);
  await expect(jonas.locator(".ProseMirror")).toHaveCount(0);
  await expect(jonas.getByText(/geen toegang meer/i).first()).toBeVisible();

  const back = { ...member, role: String(row?.role) };
  const returned = await fatima.request.post(`/teams/${row?.team_id}/leden`, { form: back, headers });
  expect(returned.ok()).toBe(true);
});

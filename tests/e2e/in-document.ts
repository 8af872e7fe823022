import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Opens the live document of a stage and waits until it can be written in. */
export async function openDocument(page: Page, cycleId: string, slug: string) {
  await page.goto(`/lussen/${cycleId}/${slug}`);
  const text = page.locator(".ProseMirror");
  await expect(text).toBeVisible();
  return text;
}

/** Puts the cursor at the end of the document and begins a paragraph there. */
export async function newParagraph(page: Page) {
  const text = page.locator(".ProseMirror");
  await text.click();
  // On a slow machine the editor may still be busy with the click, and puts the cursor back to it.
  await expect(async () => {
    await page.keyboard.press("Control+End");
    const atEnd = (editor: Element) => editor.lastElementChild?.contains(getSelection()?.anchorNode ?? null);
    expect(await text.evaluate(atEnd)).toBe(true);
  }).toPass();
  await page.keyboard.press("Enter");
}

export const saved = (page: Page) => expect(page.getByText("Bewaard", { exact: true })).toBeVisible();

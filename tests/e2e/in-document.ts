import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Opens the live document of a stage and waits until it can be written in. */
export async function openDocument(page: Page, cycleId: string, slug: string) {
  await page.goto(`/lussen/${cycleId}/${slug}`);
  const text = page.locator(".ProseMirror");
  await expect(text).toBeVisible();
  return text;
}

/**
 * Puts the cursor at the end of the document. Not with the mouse: on a slow machine the editor is still busy with the
 * click when the next key comes, and puts the cursor back to it.
 */
export async function toEnd(page: Page) {
  const text = page.locator(".ProseMirror");
  await text.focus();
  await expect(async () => {
    await page.keyboard.press("Control+End");
    const atEnd = (editor: Element) => editor.lastElementChild?.contains(getSelection()?.anchorNode ?? null);
    expect(await text.evaluate(atEnd)).toBe(true);
  }).toPass();
}

/** Begins a paragraph at the end of the document. */
export async function newParagraph(page: Page) {
  await toEnd(page);
  await page.keyboard.press("Enter");
}

export const saved = (page: Page) => expect(page.getByText("Bewaard", { exact: true })).toBeVisible();

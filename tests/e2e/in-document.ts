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
  await page.locator(".ProseMirror").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
}

export const saved = (page: Page) => expect(page.getByText("Bewaard", { exact: true })).toBeVisible();

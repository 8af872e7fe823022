import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { deviceContract } from "#realtime/client/device/testing/device-contract.ts";
import { expect, test } from "./fixtures.ts";
import { newParagraph, openDocument, saved } from "./in-document.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

const PROOF = `
  import { indexedDbDevice } from "./realtime/client/device/indexeddb.ts";
  import { deviceContract } from "./realtime/client/device/testing/device-contract.ts";
  globalThis.prove = (sentence) => deviceContract[sentence](indexedDbDevice(sentence));
`;

test("IndexedDB keeps what every device has to keep", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/aanmelden");
  const { outputFiles } = await build({
    stdin: { contents: PROOF, resolveDir: process.cwd() },
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  await page.evaluate(outputFiles[0]?.text ?? "");
  for (const sentence of Object.keys(deviceContract))
    await test.step(sentence, () => page.evaluate(`globalThis.prove(${JSON.stringify(sentence)})`));
});

const FAILURES: [string, (page: Page) => Promise<unknown>][] = [
  [
    "is full",
    async (page) => {
      const browser = await page.context().newCDPSession(page);
      await browser.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
      // The browser asks again only when what it last heard was free is used up.
      await page.evaluate(fillStorage);
    },
  ],
  [
    "is deleted while a text is open",
    (page) =>
      page.evaluate(async () => {
        for (const { name = "" } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      }),
  ],
];

/** Writes until not even a little more goes in. */
async function fillStorage(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("filler");
    opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const fits = (bytes: number) =>
    new Promise<boolean>((resolve) => {
      const writing = database.transaction("rows", "readwrite");
      writing.objectStore("rows").add(new Uint8Array(bytes));
      writing.oncomplete = () => resolve(true);
      writing.onabort = () => resolve(false);
    });
  for (let bytes = 1_000_000; bytes > 10; bytes /= 10) while (await fits(bytes));
}

for (const [what, fail] of FAILURES)
  test(`T93: a device of which the storage ${what} says so, and one goes on writing online`, async ({ as, world }) => {
    const lien = await as("lien");
    const text = await openDocument(lien, await world.cycleId(CYCLE), "evalueren");
    await newParagraph(lien);
    await lien.keyboard.type("Toen ging het nog. ");
    await saved(lien);
    await fail(lien);
    await lien.keyboard.type("Dit schrijf ik daarna. ");
    await expect(lien.getByText(/^Werken zonder netwerk kan niet op dit toestel/)).toBeVisible();
    await saved(lien);
    await lien.reload();
    await expect(text).toContainText("Toen ging het nog. Dit schrijf ik daarna.");
  });

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
    // A browser without a history of its own obeys no quota; this is what a page sees of a full one.
    (page) =>
      page.evaluate(() => {
        const { add } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row) {
          const request = add.apply(this, row);
          queueMicrotask(() => this.transaction.abort());
          return request;
        };
      }),
  ],
  [
    "is deleted while a text is open",
    (page) =>
      page.evaluate(async () => {
        for (const { name = "" } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      }),
  ],
];

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

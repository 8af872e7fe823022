import { build } from "esbuild";
import { deviceContract } from "#realtime/client/device/testing/device-contract.ts";
import { test } from "./fixtures.ts";

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

import { installWhenNeeded } from "./install-when-needed.mjs";
import { requireFreePort } from "./require-free-port.mjs";
import { inSentences } from "./sentence.mjs";

process.env.NODE_ENV = "development";

await inSentences(async () => {
  await requireFreePort();
  await installWhenNeeded();
});

const { register } = await import("tsx/esm/api");
register();
await import("../../server/main.ts");

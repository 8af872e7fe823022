import module from "node:module";
import { pathToFileURL } from "node:url";
import { buildWhenStale, compiledCode, serverBundle } from "./build-when-stale.mjs";
import { installWhenNeeded } from "./install-when-needed.mjs";
import { requireFreePort } from "./require-free-port.mjs";
import { inSentences } from "./sentence.mjs";

await inSentences(async () => {
  // Before the build: nobody should wait a minute to hear that the port was taken all along.
  await requireFreePort();
  await installWhenNeeded();
  await buildWhenStale();
});

// Only now: npm would leave out what the build needs.
process.env.NODE_ENV ||= "production";
// Half of a start is compiling the packages that the server stands on. Node 22 and newer can keep what they compiled;
// where the folder cannot be written, they go on without.
module.enableCompileCache?.(compiledCode);
// So that the log names lines of the sources and not of the bundle; it must be said before the bundle is read. Of our
// bundle: the maps of hundreds of packages are not worth reading at every start, where Node can be told so.
if (module.setSourceMapsSupport) module.setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
else process.setSourceMapsEnabled(true);
// In this process and not in a child: one process to signal, one exit code, half the memory.
await import(pathToFileURL(serverBundle).href);

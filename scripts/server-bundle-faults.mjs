import { mendedFiles } from "./mended-packages.mjs";

const FIRST_READ_KB = 5500;
/** Packages that few starts need, as they stand in the path of a module. */
const LATE = ["ioredis", "nodemailer", "@tiptap/pm", "vite"];

/**
 * What is wrong with a bundle of the server, in sentences: Yjs twice (its documents would not know each other), a file
 * that is mended (mended-packages.mjs) and not there, or a start that reads what it does not need. Sizes before any compression, as Node reads them.
 * @param {Pick<import("esbuild").Metafile, "outputs">} metafile of a build with the entries `main` and `pages`
 */
export function serverBundleFaults({ outputs }) {
  const entries = Object.keys(outputs).filter((path) => /(^|\/)(main|pages)\.js$/.test(path));
  const first = readAtTheStart(outputs, entries);
  const modules = first.flatMap((path) => Object.keys(outputs[path].inputs));
  const all = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const copiesOfYjs = all.filter((path) => /node_modules\/yjs\/dist\//.test(path));
  const kb = Math.round(first.reduce((sum, path) => sum + outputs[path].bytes, 0) / 1024);
  return [
    ...(copiesOfYjs.length === 1 ? [] : [`Yjs is in the server bundle ${copiesOfYjs.length} times, not once.`]),
    ...mendedFiles
      .filter((file) => !all.some((path) => `/${path}`.endsWith(file)))
      .map((file) => `${file} is not in the server bundle, so what is mended there would not be.`),
    ...LATE.filter((name) => modules.some((path) => path.includes(`node_modules/${name}/`))).map(
      (name) => `Every start reads ${name}; import it where it is used.`,
    ),
    ...(kb <= FIRST_READ_KB ? [] : [`A start reads ${kb} kB of code; ${FIRST_READ_KB} kB is the most.`]),
  ];
}

function readAtTheStart(outputs, entries) {
  const seen = new Set(entries);
  for (const path of seen)
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === "import-statement" && outputs[next]) seen.add(next);
  return [...seen];
}

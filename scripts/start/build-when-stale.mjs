import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project, requireWritable } from "./project.mjs";
import { runProgram } from "./run-program.mjs";
import { Sentence, say } from "./sentence.mjs";
import { hashSources } from "./sources.mjs";

export const stampFile = join(project, "build", "stamp");
/** What Node compiled at an earlier start (production.mjs). */
export const compiledCode = join(project, "build", "compiled");
export const serverBundle = join(project, "build", "server", "main.js");

/** Builds when there is no build of exactly these sources. The stamp is written last: half a build has none. */
export async function buildWhenStale() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8").trim() === hashSources()) return;
  requireWritable("the application must be built there first");
  say("Building the application (after each change, about 20 seconds)…");
  const { failed, words } = await runProgram(join(project, "scripts", "build.mjs"), []);
  if (failed) throw new Sentence(`The application could not be built. The builder said:\n\n${words.trim()}`);
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Answerer } from "./answer-requests.ts";
import { answerFromFiles } from "./static-files.ts";
import { indexStaticFiles } from "./static-index.ts";

/** The pages and files that `npm run build` made; null when there are none. */
export async function loadBuiltPages(folder: string): Promise<{ build: ServerBuild; files: Answerer } | null> {
  const bundle = join(folder, "build", "server", "pages.js");
  if (!existsSync(bundle)) return null;
  const build = (await import(pathToFileURL(bundle).href)) as ServerBuild;
  const index = await indexStaticFiles(join(folder, "build", "app", "client"));
  return { build, files: (request, response) => answerFromFiles(index, request, response) };
}

import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Sentence } from "./sentence.mjs";

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** For the steps that write into the checkout: modules and build. */
export function requireWritable(why) {
  try {
    accessSync(project, constants.W_OK);
  } catch {
    throw new Sentence(
      `${project} cannot be written, and ${why}. Copy the project to a folder of your own, or use an account that may write there.`,
    );
  }
}

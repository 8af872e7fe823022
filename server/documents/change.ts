import type { Doc } from "yjs";
import type { DocumentChange } from "#server/services.ts";

type Changes = typeof import("./changes.worker.ts");
type Arguments<Change> = Change extends (document: Doc, ...args: infer Args) => unknown ? Args : never;

/** A change of a live document by its name in `changes.worker.ts`, to be made in a thread. */
export function change<Name extends keyof Changes>(
  name: Name,
  ...args: Arguments<Changes[Name]>
): DocumentChange<ReturnType<Changes[Name]>> {
  return { name, args };
}
